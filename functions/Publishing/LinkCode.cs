using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dissemination.Content;

namespace Dissemination.Publishing;

/// <summary>
/// The short link of a delivery: 6 letters for its language version, which are the partition, and 7 for its destination, which are the row.
/// Both are hashes, so that planning again makes the same link; two of 100,000 destinations share one with a chance of 1 in 700.
/// </summary>
internal readonly record struct LinkCode(string Version, string Destination)
{
    // No letters that are mistaken for one another when a link is read from paper: no 0 O 1 l I.
    private const string Letters = "23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int VersionLength = 6;
    private const int DestinationLength = 7;

    public static LinkCode Of(DeliveryId delivery) =>
        new(PartitionOf(delivery.Version), Hash(delivery.Destination.ToString(), DestinationLength));

    /// <summary>The partition with all links of a language version.</summary>
    public static string PartitionOf(VersionId version) => Hash(version.ToString(), VersionLength);

    public static LinkCode? Parse(string code) =>
        code.Length == VersionLength + DestinationLength && code.All(Letters.Contains)
            ? new(code[..VersionLength], code[VersionLength..])
            : null;

    public override string ToString() => Version + Destination;

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
