using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dissemination.Content;

namespace Dissemination.Deliveries;

/// <summary>
/// Open deliveries of one language version in one lane: what the lane's backlog holds. Few rows carry much, because rows and messages cost
/// more than deliveries.
/// </summary>
/// <param name="Deliveries">Their places in the language version, <see cref="DeliveryId.Place"/>, in order.</param>
/// <param name="Tries">How often it broke off for a reason that nobody expected.</param>
internal sealed record LaneBatch(VersionId Version, ImmutableArray<string> Deliveries, int Tries = 0)
{
    /// <summary>As many as one transaction takes.</summary>
    public const int Limit = 100;

    /// <summary>Its row in the backlog, by the time when it is due. Two that hold the same have the same row, and no others have.</summary>
    public string KeyAt(DateTimeOffset due) => Storage.Keys.Backlog(due, Version.ToString(), $"{Deliveries[0]}.{Mark()}");

    public IEnumerable<DeliveryId> Ids() =>
        Deliveries.Select(place => DeliveryId.Parse($"{Version}.{place}", CultureInfo.InvariantCulture));

    private string Mark() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Deliveries))).AsSpan(0, 8));
}
