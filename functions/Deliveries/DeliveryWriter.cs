using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// Writes planned deliveries down, and the lists of those who must do something. Repeating it completes it and doubles nothing.
/// </summary>
internal sealed class DeliveryWriter(
    Store store, DeliveryLedger ledger, DeliveryReader deliveries, ShortLinkStore links, ChannelRouting routing, TimeProvider time)
{
    /// <summary>Senders and people write the same blocks meanwhile; each try meets only those who were faster than this one.</summary>
    private const int MostTries = 20;

    /// <summary>A plan that took longer was cut off: the directory may have other lanes by now, and other names.</summary>
    private static readonly TimeSpan LongestPlan = TimeSpan.FromMinutes(2);

    /// <summary>So many blocks are changed in one transaction, beside those that are added.</summary>
    private const int MostBlocks = 40;

    /// <summary>
    /// Two transactions where nothing is there yet, and one more for each list. Where something is there, three to read it and one to
    /// write; of a version with very many blocks four for each forty deliveries.
    /// </summary>
    /// <param name="planned">Of one step, to many communes.</param>
    /// <returns>All of them as they stand now.</returns>
    public async Task<IReadOnlyList<StoredDelivery>> WriteAsync(
        PublishableVersion version,
        IReadOnlyList<Delivery> planned,
        FanOutStep step,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        if (planned.Count == 0)
        {
            return [];
        }

        // Links first: a post must never carry one that does not lead anywhere.
        await links.AddAsync(version.Id, cancellationToken);
        var standing = await InsertAsync(planned, step, cancellationToken)
            ?? await CompleteInPartsAsync(version, planned, directory, cancellationToken);
        await store.AddToWorklistAsync(
            standing.Select(stored => stored.Value), delivery => WorklistEntry.Of(delivery, version.Item, directory), cancellationToken);
        return standing;
    }

    /// <summary>What is planned of a version for one commune waits while its text may not go out.</summary>
    /// <param name="version">With the text of that commune.</param>
    public async Task HoldAsync(
        PublishableVersion version, CommuneId commune, Problem reason, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        List<Delivery> standing = [];
        List<(StoredDelivery Read, Delivery Changed)> held = [];
        await foreach (var stored in deliveries.OfAsync(version.Id, commune, cancellationToken))
        {
            var after = Withholding.Hold(stored.Value, version, reason);
            standing.Add(after ?? stored.Value);
            if (after is not null)
            {
                held.Add((stored, after));
            }
        }

        await store.RemoveFromWorklistAsync(held.Select(change => change.Read.Value), cancellationToken);
        if ((await ledger.WriteAsync(held, cancellationToken)).Count < held.Count)
        {
            throw new LostRaceException($"the deliveries of {version.Id} to {commune}");
        }

        await store.AddToWorklistAsync(standing, delivery => WorklistEntry.Of(delivery, version.Item, directory), cancellationToken);
    }

    /// <returns>Null where something of it is there already, or may be.</returns>
    private async Task<IReadOnlyList<StoredDelivery>?> InsertAsync(
        IReadOnlyList<Delivery> planned, FanOutStep step, CancellationToken cancellationToken)
    {
        var isFirst = step.AfterDestination is null;
        var head = isFirst ? null : await ledger.HeadAsync(step.Version, cancellationToken);
        if (!isFirst && (head?.Value.IsJustBefore(step) != true || time.GetUtcNow() - step.At > LongestPlan))
        {
            return null;
        }

        var inserted = await ledger.TryChangeAsync(
            step.Version,
            head,
            new([], planned),
            added => DeliveryHead.AfterStep(head?.Value, step, added, planned[^1].Id.Destination),
            cancellationToken);
        Metrics.DeliveriesPlanned.Add(inserted?.Count ?? 0);
        return inserted;
    }

    /// <summary>
    /// What belongs together is changed together; and no more at once than one transaction takes, however few stand in a block.
    /// </summary>
    private async Task<IReadOnlyList<StoredDelivery>> CompleteInPartsAsync(
        PublishableVersion version, IReadOnlyList<Delivery> planned, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var blocks = (await ledger.HeadAsync(version.Id, cancellationToken))?.Value.Next ?? 0;
        List<StoredDelivery> standing = new(planned.Count);
        foreach (var part in planned.Chunk(blocks > MostBlocks ? MostBlocks : planned.Count))
        {
            standing.AddRange(await OptimisticRetry.RunAsync(
                () => CompleteAsync(version, part, directory, cancellationToken), $"the deliveries of {version.Id}", MostTries));
        }

        return standing;
    }

    /// <summary>
    /// Some are there already: the others are added, those that a missing approval held back are let go, or held where it is missing now,
    /// and what is out with other words than those that are approved now is corrected.
    /// </summary>
    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<IReadOnlyList<StoredDelivery>?> CompleteAsync(
        PublishableVersion version, IReadOnlyList<Delivery> planned, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var head = await ledger.HeadAsync(version.Id, cancellationToken);
        var newest = (await deliveries.OfAsync(version.Id, planned.Select(delivery => delivery.Id.Destination), cancellationToken))
            .Where(stored => !stored.Value.Id.Removes)
            .GroupBy(stored => stored.Value.Id.Destination)
            .ToDictionary(there => there.Key, there => there.MaxBy(stored => stored.Value.Id.Edition)!);
        var completions = planned.Select(delivery => newest.TryGetValue(delivery.Id.Destination, out var there)
            ? Completed(there, delivery, version.For(delivery.Id.Destination.Commune), ChangesOf(there.Value, directory))
            : new(null, null, delivery)).ToList();
        List<(StoredDelivery Read, Delivery Changed)> changes =
            [.. completions.Where(one => one.After is not null).Select(one => (one.There!, one.After!))];

        // The lists first: nobody would know after a crash in which list they stood, and whoever does it again lists all anew.
        await store.RemoveFromWorklistAsync(changes.Select(change => change.Read.Value), cancellationToken);
        var news = completions.Where(one => one.IsNew).Select(one => one.Standing).ToList();
        if (await ledger.TryChangeAsync(version.Id, head, new(changes, news), last: null, cancellationToken) is not { } added)
        {
            return null;
        }

        Metrics.DeliveriesPlanned.Add(added.Count);
        return
        [
            .. added,
            .. completions.Where(one => !one.IsNew).Select(
                one => one.There! with { Value = one.There.Block.Row.Value.Find(one.Standing.Id) ?? one.Standing }),
        ];
    }

    /// <summary>Null where a correction would not be served at the place of the post, whatever names that has had.</summary>
    private ChannelChanges? ChangesOf(Delivery there, DirectorySnapshot directory) =>
        directory.DestinationOf(there) is { } place && directory.Serving(there.Id.Destination, time.GetUtcNow())?.Id == place.Id
            ? routing.ChangesOf(place)
            : null;

    private Completion Completed(StoredDelivery there, Delivery planned, PublishableVersion text, ChannelChanges? changes)
    {
        var now = time.GetUtcNow();
        if (NewEdition.Of(there.Value, planned, text, changes, now) is { } correction)
        {
            // What is out stays so until the correction has arrived.
            var stopped = new DeliveryEvent.Stopped(now, new(nameof(ProblemTexts.RevisionReplaced)));
            return new(there, there.Value.Apply(stopped), correction);
        }

        if (Withholding.Resume(there.Value, planned) is not { } resumed)
        {
            return new(there, null, there.Value);
        }

        // Quiet hours that began while it was held keep it now.
        var asPlanned = resumed with { Edition = planned.Edition, SendFrom = planned.SendFrom };
        return new(there, asPlanned, asPlanned);
    }

    /// <summary>What completing a plan does at one destination.</summary>
    /// <param name="There">The last delivery that is there; null where none is.</param>
    /// <param name="After">What becomes of that; null where it stays as it is.</param>
    /// <param name="Standing">The delivery that brings the words.</param>
    private sealed record Completion(StoredDelivery? There, Delivery? After, Delivery Standing)
    {
        public bool IsNew => There?.Value.Id != Standing.Id;
    }
}
