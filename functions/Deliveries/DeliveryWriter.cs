using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// Writes planned deliveries down: the deliveries, their links, and the lists of those who must do something. Repeating it completes it and
/// doubles nothing.
/// </summary>
internal sealed class DeliveryWriter(Store store, DeliveryReader deliveries, ChannelRouting routing, TimeProvider time)
{
    /// <summary>Two transactions where nothing is there yet, and one more for each list.</summary>
    /// <param name="planned">Of one language version to one commune, at most as many as a transaction takes.</param>
    /// <returns>All of them as they stand now.</returns>
    public async Task<IReadOnlyList<Delivery>> WriteAsync(
        PublishableVersion version, IReadOnlyList<Delivery> planned, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        // Links first: a post must never carry one that does not lead anywhere.
        var isNew = await LinksOf(planned).CommitAsync(store.Links, cancellationToken) && await InsertAsync(planned, cancellationToken);
        var standing = isNew ? planned : await CompleteAsync(version, planned, directory, cancellationToken);
        await store.AddToWorklistAsync(standing, delivery => WorklistEntry.Of(delivery, version.Item, directory), cancellationToken);
        return standing;
    }

    /// <summary>What is planned of a version for one commune waits while its text may not go out.</summary>
    /// <param name="version">With the text of that commune.</param>
    public async Task HoldAsync(
        PublishableVersion version, CommuneId commune, Problem reason, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var partition = Keys.Deliveries(version.Id.ToString(), commune.Value);
        var rows = store.DeliveriesTo(partition).PartitionAsync(partition, DeliveriesJson.Default.Delivery, cancellationToken);
        await foreach (var chunk in rows.Chunk(Transaction.Limit).WithCancellation(cancellationToken))
        {
            var transaction = new Transaction(partition);
            List<Delivery> before = [];
            List<Delivery> standing = [];
            foreach (var row in chunk)
            {
                if (Withholding.Hold(row.Value, version, reason) is { } held)
                {
                    transaction.Replace(row, held, DeliveriesJson.Default.Delivery);
                    before.Add(row.Value);
                    standing.Add(held);
                }
                else
                {
                    standing.Add(row.Value);
                }
            }

            await CommitAsync(transaction, before, partition, cancellationToken);
            await store.AddToWorklistAsync(standing, delivery => WorklistEntry.Of(delivery, version.Item, directory), cancellationToken);
        }
    }

    /// <summary>The links of deliveries; two destinations that share one lead to the same words.</summary>
    private static Transaction LinksOf(IReadOnlyList<Delivery> deliveries)
    {
        var links = new Transaction(LinkCode.Of(deliveries[0].Id).Partition);
        foreach (var delivery in deliveries.DistinctBy(delivery => delivery.Link, StringComparer.Ordinal))
        {
            links.Insert(LinkCode.Of(delivery.Id).Row, new(delivery.Id, Opens: 0), DeliveriesJson.Default.ShortLink);
        }

        return links;
    }

    /// <summary>One that is there is left alone: somebody else may have planned the same meanwhile, and it may have been opened.</summary>
    private async Task InsertLinksAsync(List<Delivery> deliveries, CancellationToken cancellationToken)
    {
        if (!await LinksOf(deliveries).CommitAsync(store.Links, cancellationToken))
        {
            foreach (var delivery in deliveries)
            {
                await LinksOf([delivery]).CommitAsync(store.Links, cancellationToken);
            }
        }
    }

    private async Task<bool> InsertAsync(IReadOnlyList<Delivery> planned, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(planned[0].Id.Partition);
        foreach (var delivery in planned)
        {
            transaction.Insert(delivery.Id.Row, delivery, DeliveriesJson.Default.Delivery);
        }

        var inserted = await transaction.CommitAsync(store.DeliveriesTo(planned[0].Id.Partition), cancellationToken);
        Metrics.DeliveriesPlanned.Add(inserted ? planned.Count : 0);
        return inserted;
    }

    /// <summary>
    /// Some are there already: the others are added, those that a missing approval held back are let go, or held where it is missing now,
    /// and what is out with other words than those that are approved now is corrected.
    /// </summary>
    private async Task<IReadOnlyList<Delivery>> CompleteAsync(
        PublishableVersion version, IReadOnlyList<Delivery> planned, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var text = version.For(planned[0].Id.Destination.Commune);
        var newest = (await deliveries.OfAsync(version.Id, planned.Select(delivery => delivery.Id.Destination), cancellationToken))
            .Where(row => !row.Value.Id.Removes)
            .GroupBy(row => row.Value.Id.Destination)
            .ToDictionary(there => there.Key, there => there.MaxBy(row => row.Value.Id.Edition)!);
        var completions = planned.Select(delivery => newest.TryGetValue(delivery.Id.Destination, out var row)
            ? Completed(row, delivery, text, ChangesOf(directory.Find(delivery.Id.Destination)))
            : new(null, null, delivery)).ToList();
        if (completions.Where(one => one.IsNew).Select(one => one.Standing).ToList() is { Count: > 0 } missing)
        {
            await InsertLinksAsync(missing, cancellationToken);
        }

        // A correction changes two rows: itself, and that which waits no more.
        foreach (var chunk in completions.Chunk(Transaction.Limit / 2))
        {
            await CompleteAsync(chunk, cancellationToken);
        }

        return completions.ConvertAll(one => one.Standing);
    }

    private Completion Completed(Row<Delivery> there, Delivery planned, PublishableVersion text, ChannelChanges changes)
    {
        var now = time.GetUtcNow();
        if (NewEdition.Of(there.Value, planned, text, changes, now) is { } correction)
        {
            // What is out stays so until the correction has arrived.
            var stopped = new DeliveryEvent.Stopped(now, new(nameof(ProblemTexts.RevisionReplaced)));
            return new(there, there.Value.Apply(stopped), correction);
        }

        return Withholding.Resume(there.Value, planned) is { } resumed
            ? new(there, resumed with { Edition = planned.Edition }, resumed with { Edition = planned.Edition })
            : new(there, null, there.Value);
    }

    private async Task CompleteAsync(Completion[] completions, CancellationToken cancellationToken)
    {
        var partition = completions[0].Standing.Id.Partition;
        var transaction = new Transaction(partition);
        List<Delivery> before = [];
        foreach (var one in completions)
        {
            if (one is { There: { } there, After: { } after })
            {
                transaction.Replace(there, after, DeliveriesJson.Default.Delivery);
                before.Add(there.Value);
            }

            if (one.IsNew)
            {
                transaction.Insert(one.Standing.Id.Row, one.Standing, DeliveriesJson.Default.Delivery);
            }
        }

        await CommitAsync(transaction, before, partition, cancellationToken);
        Metrics.DeliveriesPlanned.Add(transaction.Count - before.Count);
    }

    private ChannelChanges ChangesOf(Destination? destination) =>
        destination is null ? ChannelChanges.Never : routing.ChangesOf(destination);

    /// <param name="before">What is changed, as it stood.</param>
    private async Task CommitAsync(Transaction transaction, List<Delivery> before, string partition, CancellationToken cancellationToken)
    {
        // The lists first: nobody would know after a crash in which list they stood, and whoever does it again lists all anew.
        await store.RemoveFromWorklistAsync(before, cancellationToken);
        if (!await transaction.CommitAsync(store.DeliveriesTo(partition), cancellationToken))
        {
            throw new InvalidOperationException($"The deliveries of {partition} changed while they were planned.");
        }
    }

    /// <summary>What completing a plan does at one destination.</summary>
    /// <param name="There">The last delivery that is there; null where none is.</param>
    /// <param name="After">What becomes of that; null where it stays as it is.</param>
    /// <param name="Standing">The delivery that brings the words.</param>
    private sealed record Completion(Row<Delivery>? There, Delivery? After, Delivery Standing)
    {
        public bool IsNew => There?.Value.Id != Standing.Id;
    }
}
