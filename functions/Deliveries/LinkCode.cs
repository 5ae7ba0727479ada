using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Deliveries;

/// <summary>
/// The short link of a delivery: 6 letters for its language version, 2 for its commune and 6 for itself. All are hashes, so that planning
/// again makes the same link. Of 45 communes with 2,200 destinations each, two of all deliveries of a version share one with a chance of 1
/// in 280. Two versions whose letters are alike share no link.
/// </summary>
/// <param name="Version">The letters of the language version.</param>
/// <param name="Row">The other letters.</param>
internal readonly record struct LinkCode(string Version, string Row)
{
    // No letters that are mistaken for one another when a link is read from paper: no 0 O 1 l I.
    private const string Letters = "23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int VersionLength = 6;
    private const int CommuneLength = 2;
    private const int RowLength = 6;

    /// <summary>The letters of the commune.</summary>
    public string Commune => Row[..CommuneLength];

    /// <remarks>Taking a post down has the link of the post.</remarks>
    public static LinkCode Of(DeliveryId delivery) => new(
        OfVersion(delivery.Version),
        OfCommune(delivery.Destination.Commune) + Hash((delivery with { Removes = false }).ToString(), RowLength));

    public static string OfVersion(VersionId version) => Hash(version.ToString(), VersionLength);

    public static string OfCommune(CommuneId commune) => Hash(commune.Value, CommuneLength);

    public static LinkCode? Parse(string code) =>
        code.Length == VersionLength + CommuneLength + RowLength && code.All(Letters.Contains)
            ? new(code[..VersionLength], code[VersionLength..])
            : null;

    public override string ToString() => Version + Row;

    private static string Hash(string text, int length)
    {
        var number = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return string.Create(length, number, static (letters, rest) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                (rest, var letter) = Math.DivRem(rest, (ulong)Letters.Length);
                letters[i] = Letters[(int)letter];
            }
        });
    }
}
