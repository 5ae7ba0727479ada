using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Waiting;

/// <summary>What stands together in a list: what waits of one language version in one commune since one moment.</summary>
/// <param name="Since">When the deliveries were planned: what waits for people waits from then on.</param>
internal readonly record struct WaitingKey(CommuneId Commune, DateTimeOffset Since, VersionId Version)
{
    /// <summary>What the keys of its rows begin with.</summary>
    public string Prefix => Keys.WaitingOf(Commune.Value, Since, Version.ToString());

    /// <summary>The key of one of its rows.</summary>
    /// <param name="part">Mostly there is one; so many that wait together have several.</param>
    public string RowKey(int part) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{part:D3}");

    /// <summary>Which of its rows has that key; null where it is none of them.</summary>
    public int? PartOf(string rowKey) =>
        int.TryParse(rowKey.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : null;

    public static WaitingKey Of(Delivery delivery) => new(delivery.Id.Destination.Commune, delivery.PlannedAt, delivery.Id.Version);
}
