using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dissemination.Content;

namespace Dissemination.Deliveries;

/// <summary>
/// The short link of a delivery: 6 letters for its language version and 2 for its commune, which are the partition, and 6 for itself, which
/// are the row.
/// All are hashes, so that planning again makes the same link. Links are alike only within a partition: of 45 communes with 2,200
/// destinations each, two of
/// all deliveries of a version share one with a chance of 1 in 280. Two versions whose letters are alike share partitions and still no
/// link.
/// </summary>
internal readonly record struct LinkCode(string Partition, string Row)
{
    // No letters that are mistaken for one another when a link is read from paper: no 0 O 1 l I.
    private const string Letters = "23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int VersionLength = 6;
    private const int CommuneLength = 2;
    private const int RowLength = 6;

    /// <remarks>Taking a post down has the link of the post.</remarks>
    public static LinkCode Of(DeliveryId delivery) => new(
        PrefixOf(delivery.Version) + Hash(delivery.Destination.Commune.Value, CommuneLength),
        Hash((delivery with { Removes = false }).ToString(), RowLength));

    /// <summary>What the partitions with all links of a language version begin with.</summary>
    public static string PrefixOf(VersionId version) => Hash(version.ToString(), VersionLength);

    public static LinkCode? Parse(string code) =>
        code.Length == VersionLength + CommuneLength + RowLength && code.All(Letters.Contains)
            ? new(code[..^RowLength], code[^RowLength..])
            : null;

    public override string ToString() => Partition + Row;

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
