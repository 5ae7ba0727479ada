using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// Deliveries of one language version that are written together, because they are sent together: of one share of the lanes, or of those
/// that people post by hand. A row costs the same with one of them as with a hundred; so alike as they are they are stored compressed.
/// </summary>
/// <param name="Each">The deliveries without what they have in common.</param>
/// <param name="PlannedAt">When all of them were planned; null where each says it for itself.</param>
/// <param name="TraceParent">Of the plan of all of them.</param>
internal sealed record DeliveryBlock(
    [property: JsonPropertyName("deliveries")] ImmutableArray<Delivery> Each, DateTimeOffset? PlannedAt = null, string? TraceParent = null)
    : IFilteredRow, ICompressedRow
{
    /// <summary>The most deliveries of a block: so many go out at once, and no row becomes too long for a property or two.</summary>
    public const int Limit = 100;

    /// <summary>The first of its communes, in the order of letters.</summary>
    public const string FirstCommune = "FirstCommune";

    /// <summary>The last of its communes.</summary>
    public const string LastCommune = "LastCommune";

    /// <summary>How many of its deliveries have not come to an end.</summary>
    public const string Open = "Open";

    /// <summary>How many of its deliveries expired.</summary>
    public const string Expired = "Expired";

    [JsonIgnore]
    public ImmutableArray<Delivery> Deliveries { get; } = PlannedAt is { } at
        ? [.. Each.Select(delivery => delivery with { PlannedAt = at, TraceParent = TraceParent })]
        : Each;

    [JsonIgnore]
    public IEnumerable<KeyValuePair<string, object>> FilteredBy =>
    [
        new(FirstCommune, Deliveries.Select(CommuneOf).Min(StringComparer.Ordinal) ?? ""),
        new(LastCommune, Deliveries.Select(CommuneOf).Max(StringComparer.Ordinal) ?? ""),
        new(Open, Deliveries.Count(delivery => delivery.IsOpen)),
        new(Expired, Deliveries.Count(delivery => delivery.State is DeliveryState.Expired)),
    ];

    /// <summary>What they have in common, which all of one plan do, is said once.</summary>
    public static DeliveryBlock Of(ImmutableArray<Delivery> deliveries) =>
        deliveries is [var first, ..]
            && deliveries.All(delivery => delivery.PlannedAt == first.PlannedAt && delivery.TraceParent == first.TraceParent)
            ? new(
                [.. deliveries.Select(delivery => delivery with { PlannedAt = default, TraceParent = null })],
                first.PlannedAt,
                first.TraceParent)
            : new(deliveries);

    public Delivery? Find(DeliveryId id) => Deliveries.FirstOrDefault(delivery => delivery.Id == id);

    /// <summary>The block with these deliveries in the place of what was there of them.</summary>
    public DeliveryBlock With(IReadOnlyDictionary<DeliveryId, Delivery> changed) =>
        Of([.. Deliveries.Select(delivery => changed.GetValueOrDefault(delivery.Id, delivery))]);

    /// <summary>The block without some that stand in another now.</summary>
    public DeliveryBlock Without(IReadOnlySet<DeliveryId> gone) => Of(Deliveries.RemoveAll(delivery => gone.Contains(delivery.Id)));

    private static string CommuneOf(Delivery delivery) => delivery.Id.Destination.Commune.Value;
}
