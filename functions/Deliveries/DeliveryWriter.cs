using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// Writes planned deliveries down: the deliveries, their links, and the lists of those who must do something. Repeating it completes it and
/// doubles nothing.
/// </summary>
internal sealed class DeliveryWriter(Store store, DeliveryReader deliveries)
{
    /// <summary>Two transactions where nothing is there yet, and one more for each list.</summary>
    /// <param name="planned">Of one language version to one commune, at most as many as a transaction takes.</param>
    /// <returns>All of them as they stand now.</returns>
    public async Task<IReadOnlyList<Delivery>> WriteAsync(
        PublishableVersion version, IReadOnlyList<Delivery> planned, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        // Links first: a post must never carry one that does not lead anywhere.
        var isNew = await LinksOf(planned).CommitAsync(store.Links, cancellationToken) && await InsertAsync(planned, cancellationToken);
        var standing = isNew ? planned : await CompleteAsync(planned, cancellationToken);
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
                if (Withholding.Hold(row.Value, reason) is { } held)
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
    /// Some are there already: the others are added, and those that a missing approval held back are let go, or held where it is missing
    /// now.
    /// </summary>
    private async Task<IReadOnlyList<Delivery>> CompleteAsync(IReadOnlyList<Delivery> planned, CancellationToken cancellationToken)
    {
        var partition = planned[0].Id.Partition;
        var stored = (await deliveries.ReadAsync(planned.Select(delivery => delivery.Id), cancellationToken))
            .ToDictionary(row => row.Value.Id);
        if (planned.Where(delivery => !stored.ContainsKey(delivery.Id)).ToList() is { Count: > 0 } missing)
        {
            await InsertLinksAsync(missing, cancellationToken);
        }

        var transaction = new Transaction(partition);
        List<Delivery> standing = [];
        List<Delivery> before = [];
        foreach (var delivery in planned)
        {
            if (!stored.TryGetValue(delivery.Id, out var row))
            {
                transaction.Insert(delivery.Id.Row, delivery, DeliveriesJson.Default.Delivery);
                standing.Add(delivery);
            }
            else if (Withholding.Resume(row.Value, delivery) is { } resumed)
            {
                transaction.Replace(row, resumed, DeliveriesJson.Default.Delivery);
                before.Add(row.Value);
                standing.Add(resumed);
            }
            else
            {
                standing.Add(row.Value);
            }
        }

        await CommitAsync(transaction, before, partition, cancellationToken);
        Metrics.DeliveriesPlanned.Add(transaction.Count - before.Count);
        return standing;
    }

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
}
