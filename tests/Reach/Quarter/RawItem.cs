using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Reach;
using Dissemination.Translation;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>The records of one item, as the rooms stored them.</summary>
/// <param name="Content">What its newest approved revision says.</param>
/// <param name="Approvals">When each revision was approved.</param>
internal sealed record RawItem(
    Item Item,
    ItemContent Content,
    ImmutableArray<(int Revision, DateTimeOffset At)> Approvals,
    IReadOnlyList<TranslatedVersion> Texts,
    IReadOnlyList<Delivery> Deliveries,
    IReadOnlyList<ReachSample> Samples,
    IReadOnlyList<(VersionId Version, OpensOnDay Opens)> Opens)
{
    public bool Equals(RawItem? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>When it may go out from.</summary>
    public DateTimeOffset Start => Content.PublishAt > Approvals[0].At ? Content.PublishAt.Value : Approvals[0].At;

    /// <summary>All items of which a revision was ever approved.</summary>
    public static async Task<List<RawItem>> ReadAsync(QuarterSite site)
    {
        List<RawItem> all = [];
        await foreach (var row in site.Get<ItemReader>().AllAsync(CancellationToken.None))
        {
            var id = row.Value.Id;
            var approvals = await site.Get<ItemReader>().HistoryAsync(id, CancellationToken.None)
                .Where(entry => entry.What == "approved")
                .Select(entry => (entry.Revision!.Value, entry.At))
                .ToListAsync();
            if (approvals.Count > 0)
            {
                all.Add(new(
                    row.Value,
                    await site.Get<ItemReader>().ContentAsync(id, approvals.Max(approval => approval.Value), CancellationToken.None),
                    [.. approvals.OrderBy(approval => approval.Value)],
                    await site.Get<TranslationService>().OfAsync(id, CancellationToken.None).Select(text => text.Value).ToListAsync(),
                    await site.Get<DeliveryReader>().OfAsync(id, CancellationToken.None).Select(stored => stored.Value).ToListAsync(),
                    await site.Get<ReachSampleStore>().LatestAsync(id, CancellationToken.None),
                    await site.Get<ReachSampleStore>().OpensByDayAsync(id, CancellationToken.None).ToListAsync()));
            }
        }

        return all;
    }
}
