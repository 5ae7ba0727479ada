using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Dissemination.Storage;

/// <summary>The tables. What each holds, and how it is keyed, is told in <see cref="Keys"/>.</summary>
internal static class TableNames
{
    public const string Editorial = "editorial";
    public const string Backlog = "backlog";
    public const string Worklist = "worklist";
    public const string Links = "links";
    public const string Destinations = "destinations";
    public const string Feeds = "feeds";
    public const string Previews = "previews";
    public const string Reach = "reach";
    public const string Memory = "memory";

    /// <summary>
    /// The tables with the deliveries: what goes to a commune lies in one of them, so that none grows so long that looking through it is
    /// slow.
    /// </summary>
    public static IReadOnlyList<string> Deliveries { get; } = [.. Enumerable.Range(0, 8).Select(number => $"deliveries{number}")];

    public static IReadOnlyList<string> All { get; } =
        [Editorial, .. Deliveries, Backlog, Worklist, Links, Destinations, Feeds, Previews, Reach, Memory];

    /// <summary>Which of <see cref="Deliveries"/> holds what goes to a commune.</summary>
    /// <param name="key">The commune, or the key of a partition with deliveries to it, which ends with it.</param>
    public static int DeliveriesTo(string key)
    {
        var commune = Encoding.UTF8.GetBytes(key[(key.LastIndexOf('.') + 1)..]);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(commune)) % (uint)Deliveries.Count);
    }
}
