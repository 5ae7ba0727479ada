using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Reach.Summary;

/// <summary>Gathers the records of an item that its summary is made from.</summary>
internal sealed class SummaryRecords(
    ItemReader items,
    TranslationService translations,
    DeliveryReader deliveries,
    ReachSampleStore samples,
    SummaryStore summaries,
    ChannelRouting routing,
    DirectoryStore directories)
{
    /// <summary>
    /// What is owed of each approved revision: as it was fixed, and what was not yet is fixed now. Two transactions, and four more for a
    /// revision that is new.
    /// </summary>
    /// <returns>Empty where none was approved; null for the item where there is no such item.</returns>
    public async Task<(Item? Item, ImmutableArray<OwedPlaces> Owed)> OwedAsync(ItemId id, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken) is not { Value: var item })
        {
            return (null, []);
        }

        var owed = await summaries.OwedAsync(id, cancellationToken).ToListAsync(cancellationToken);
        if (item.LastApproved is { } last && owed.TrueForAll(one => one.Revision != last.Revision))
        {
            await foreach (var approved in items.HistoryAsync(id, cancellationToken).Where(entry => entry.What == Approved))
            {
                if (approved.Revision is { } revision && owed.TrueForAll(one => one.Revision != revision))
                {
                    owed.Add(await FixAsync(id, revision, approved.At, cancellationToken));
                }
            }
        }

        return (item, [.. owed.OrderBy(one => one.Revision)]);
    }

    /// <summary>All that its summary is made from. Six transactions, side by side.</summary>
    public async Task<SummaryInput> ReadAsync(Item item, ImmutableArray<OwedPlaces> owed, CancellationToken cancellationToken)
    {
        var content = items.ContentAsync(item.Id, owed[^1].Revision, cancellationToken);
        var texts = translations.OfAsync(item.Id, cancellationToken)
            .Concat(translations.VariantsOfAsync(item.Id, cancellationToken))
            .Select(row => row.Value)
            .ToListAsync(cancellationToken)
            .AsTask();
        var sent = deliveries.OfAsync(item.Id, cancellationToken).Select(stored => stored.Value).ToListAsync(cancellationToken).AsTask();
        var measured = samples.LatestAsync(item.Id, cancellationToken);
        var opens = samples.OpensByDayAsync(item.Id, cancellationToken).ToListAsync(cancellationToken).AsTask();
        var directory = await directories.CurrentAsync(cancellationToken);
        await Task.WhenAll(content, texts, sent, measured, opens);
        return new(item, await content, owed, await texts, await sent, await measured, await opens, directory);
    }

    private const string Approved = "approved";

    private async Task<OwedPlaces> FixAsync(ItemId item, int revision, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var content = await items.ContentAsync(item, revision, cancellationToken);
        var directory = await directories.CurrentAsync(cancellationToken);
        var owed = OwedPlaces.Of(content, revision, at, directory, routing.NeedsPicture);
        return await summaries.TryFixAsync(owed, cancellationToken)
            ? owed
            : await summaries.OwedAsync(item, cancellationToken).FirstAsync(fixedOne => fixedOne.Revision == revision, cancellationToken);
    }
}
