using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>
/// What people do with deliveries, one or many at once: confirm hand tasks and take that back, release their commune's posts, try failed ones again,
/// settle uncertain ones. What goes to one commune of a language version is one transaction, and one that somebody else changed meanwhile keeps no other.
/// </summary>
internal sealed class DeliveryDesk(
    Store store, Backlog backlog, VersionReader versions, ConfirmedTasks confirmedTasks, ReplacedPosts replaced, DirectoryStore directories, TimeProvider time)
{
    /// <summary>The most deliveries that one act takes.</summary>
    public const int AtOnce = Transaction.Limit;

    public Task<Row<Delivery>?> FindAsync(DeliveryId id, CancellationToken cancellation) =>
        store.DeliveriesTo(id.Partition).FindAsync(id.Partition, id.Row, PublishingJson.Default.Delivery, cancellation);

    /// <summary>A person of the commune says that a hand task is done.</summary>
    /// <param name="attendance">People present, where that was counted.</param>
    public Task<Result<Row<Delivery>>> ConfirmAsync(DeliveryId id, int? attendance, Person by, CancellationToken cancellation) =>
        ActOnOneAsync(new DeliveryAct.Confirm(attendance), id, by, cancellation);

    public Task<Result<Row<Delivery>>> RetryAsync(DeliveryId id, Person by, CancellationToken cancellation) =>
        ActOnOneAsync(new DeliveryAct.Retry(), id, by, cancellation);

    /// <summary>A person looked at the channel and says whether an uncertain delivery is there. If not, it is sent again.</summary>
    public Task<Result<Row<Delivery>>> SettleAsync(DeliveryId id, bool isThere, Person by, CancellationToken cancellation) =>
        ActOnOneAsync(isThere ? new DeliveryAct.SeenThere() : new DeliveryAct.SeenMissing(), id, by, cancellation);

    /// <summary>A communicator lets a held post of his or her commune go out.</summary>
    public Task<Result<Row<Delivery>>> ReleaseAsync(DeliveryId id, Person by, CancellationToken cancellation) =>
        ActOnOneAsync(new DeliveryAct.Release(), id, by, cancellation);

    public async Task<Result<Row<Delivery>>> ActOnOneAsync(DeliveryAct act, DeliveryId id, Person by, CancellationToken cancellation) =>
        (await ActAsync(act, [id], by, cancellation))[0] switch
        {
            { Problem: { } problem } => problem,
            { Row: { } row } => row,
            _ => new Problem(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString()),
        };

    /// <summary>Does the same to each. What cannot be done to one keeps it from no other.</summary>
    /// <param name="ids">At most <see cref="AtOnce"/>.</param>
    /// <returns>What it came to, in the order of the ids.</returns>
    public async Task<IReadOnlyList<DeskOutcome>> ActAsync(DeliveryAct act, IReadOnlyCollection<DeliveryId> ids, Person by, CancellationToken cancellation)
    {
        // One moment for all, so that what was done with one act can be found and taken back together.
        var desk = new Sitting(act, by, time.GetUtcNow(), await directories.CurrentAsync(cancellation));
        var outcomes = new Dictionary<DeliveryId, DeskOutcome>();
        foreach (var version in ids.Distinct().GroupBy(id => id.Version))
        {
            foreach (var outcome in await ActOnVersionAsync(desk, version.Key, [.. version], cancellation))
            {
                outcomes[outcome.Id] = outcome;
            }
        }

        // One message for each lane. The same act again lands here too, and so completes what a crash cut off.
        var done = outcomes.Values.Where(outcome => outcome.IsDone).Select(outcome => outcome.Row!.Value).ToList();
        await backlog.AddAsync(done.Where(delivery => delivery is { State: DeliveryState.Due, IsByHand: false }), cancellation);
        await replaced.MarkAsync(done, cancellation);
        return [.. ids.Select(id => outcomes[id])];
    }

    private async Task<List<DeskOutcome>> ActOnVersionAsync(Sitting desk, VersionId id, DeliveryId[] ids, CancellationToken cancellation)
    {
        if (await versions.FindAsync(id, cancellation) is not { } version)
        {
            return [.. ids.Select(NotFound)];
        }

        List<DeskOutcome> outcomes = [];
        List<(Delivery Before, Delivery After)> done = [];
        foreach (var commune in ids.GroupBy(wanted => wanted.Partition, StringComparer.Ordinal))
        {
            done.AddRange(await ActOnCommuneAsync(desk, version, [.. commune], outcomes, cancellation));
        }

        await RecordAsync(desk, id, done, cancellation);
        if (desk.Act is DeliveryAct.SeenThere && outcomes.Exists(outcome => outcome.IsDone))
        {
            // Its item may have been withdrawn while nobody knew of the post: whoever stops takes it down now.
            await new Transaction(Keys.Editorial).StopDue(id.Item, desk.Now).CommitAsync(store.Editorial, cancellation);
        }

        await ListAsync(desk, version, done, outcomes, cancellation);
        return outcomes;
    }

    /// <param name="ids">Of one language version to one commune.</param>
    /// <param name="outcomes">Gets what it came to.</param>
    /// <returns>What was changed.</returns>
    private async Task<List<(Delivery Before, Delivery After)>> ActOnCommuneAsync(
        Sitting desk, PublishableVersion version, DeliveryId[] ids, List<DeskOutcome> outcomes, CancellationToken cancellation)
    {
        var rows = await store.ReadDeliveriesAsync(ids, cancellation);
        outcomes.AddRange(ids.Where(wanted => !rows.Exists(row => row.Value.Id == wanted)).Select(NotFound));
        List<(Row<Delivery> Read, Delivery After)> changes = [];
        foreach (var row in rows)
        {
            switch (desk.Decide(row.Value, version))
            {
                case DeskDecision.Change change:
                    changes.Add((row, change.After));
                    break;
                case DeskDecision.Refuse refused:
                    outcomes.Add(new(row.Value.Id, row, refused.Reason));
                    break;
                default:
                    outcomes.Add(new(row.Value.Id, row, null));
                    break;
            }
        }

        return await WriteAsync(desk, version, changes, outcomes, cancellation);
    }

    /// <summary>One transaction, unless somebody else changed one of the rows meanwhile: then each by itself, as it stands now.</summary>
    private async Task<List<(Delivery Before, Delivery After)>> WriteAsync(
        Sitting desk, PublishableVersion version, List<(Row<Delivery> Read, Delivery After)> changes, List<DeskOutcome> outcomes, CancellationToken cancellation)
    {
        if (await TryWriteAsync(changes, cancellation) is { } all)
        {
            outcomes.AddRange(all.Select(row => new DeskOutcome(row.Value.Id, row, null)));
            return [.. changes.Select(change => (change.Read.Value, change.After))];
        }

        List<(Delivery Before, Delivery After)> done = [];
        foreach (var id in changes.Select(change => change.Read.Value.Id))
        {
            var row = await FindAsync(id, cancellation);
            var decision = row is null ? new DeskDecision.Refuse(new(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString())) : desk.Decide(row.Value, version);
            if (row is not null && decision is DeskDecision.Change change && await TryWriteAsync([(row, change.After)], cancellation) is { } written)
            {
                outcomes.Add(new(id, written[0], null));
                done.Add((row.Value, change.After));
                continue;
            }

            outcomes.Add(new(id, row, decision switch
            {
                DeskDecision.Refuse refused => refused.Reason,
                DeskDecision.Change => new(nameof(ProblemTexts.ChangedMeanwhile)),
                _ => null,
            }));
        }

        return done;
    }

    private async Task<IReadOnlyList<Row<Delivery>>?> TryWriteAsync(List<(Row<Delivery> Read, Delivery After)> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var transaction = new Transaction(changes[0].Read.PartitionKey);
        foreach (var (read, after) in changes)
        {
            transaction.Replace(read, after, PublishingJson.Default.Delivery);
        }

        var tags = await transaction.CommitForTagsAsync(store.DeliveriesTo(changes[0].Read.PartitionKey), cancellation);
        return tags is null ? null : [.. changes.Zip(tags, (change, tag) => change.Read with { Value = change.After, ETag = tag })];
    }

    // One line for what was done at once, with all the places in it; another for figures that are other ones now, and what they were.
    private async Task RecordAsync(Sitting desk, VersionId version, List<(Delivery Before, Delivery After)> done, CancellationToken cancellation)
    {
        if (done is [])
        {
            return;
        }

        var (item, transaction) = (version.Item, new Transaction(Keys.Editorial));
        foreach (var alike in done.ToLookup(change => desk.Act is DeliveryAct.Confirm && change.Before.State is DeliveryState.Delivered))
        {
            var places = string.Join(", ", alike.Select(change => alike.Key ? $"{change.After.Id.Place}: {change.Before.Attendance} → {change.After.Attendance}" : change.After.Id.Place));
            var what = alike.Key ? DeliveryAct.Confirm.Told : desk.Act.Record;
            transaction.Record(new(item.Value, desk.Now, desk.By.Id.Value, what, version.Revision, version.Language.Value, places));
        }

        await transaction.ReportDue(item, desk.Now).CommitAsync(store.Editorial, cancellation);
    }

    /// <summary>Takes what waits no more out of its list, and puts what waits now into its own. A row that a crash left behind goes too.</summary>
    private async Task ListAsync(
        Sitting desk, PublishableVersion version, List<(Delivery Before, Delivery After)> done, List<DeskOutcome> outcomes, CancellationToken cancellation)
    {
        var seen = outcomes.Where(outcome => outcome.Row is not null).Select(outcome => outcome.Row!.Value).ToList();
        WorklistEntry Entry(Delivery delivery) => WorklistEntry.Of(delivery, version.Item, desk.Directory);

        if (desk.Act is DeliveryAct.Confirm)
        {
            await confirmedTasks.AddAsync(
                seen.Where(delivery => delivery is { State: DeliveryState.Delivered, IsByHand: true, ConfirmedBy: not null, EndedAt: not null })
                    .Select(delivery => new ConfirmedTask(Entry(delivery with { State = DeliveryState.Due, EndedAt = null }), delivery.EndedAt!.Value, delivery.ConfirmedBy!.Value, delivery.Attendance)),
                cancellation);
        }

        if (desk.Act is DeliveryAct.TakeBack)
        {
            await store.AddToWorklistAsync(seen, Entry, cancellation);
            await confirmedTasks.RemoveAsync(done.Where(change => change.Before.EndedAt is not null).Select(change => (change.Before.Id, change.Before.EndedAt!.Value)), cancellation);
        }

        foreach (var list in seen.Where(delivery => desk.Act.ListOf(delivery.Id) is { } list && Worklist.PartitionOf(delivery) != list).GroupBy(delivery => desk.Act.ListOf(delivery.Id)!, StringComparer.Ordinal))
        {
            await store.RemoveFromWorklistAsync(list.Key, list.Select(delivery => delivery.Id), cancellation);
        }
    }

    private static DeskOutcome NotFound(DeliveryId id) => new(id, null, new(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString()));

    /// <summary>One act of one person at one moment.</summary>
    private sealed record Sitting(DeliveryAct Act, Person By, DateTimeOffset Now, DirectorySnapshot Directory)
    {
        public DeskDecision Decide(Delivery delivery, PublishableVersion version)
        {
            var commune = delivery.Id.Destination.Commune;
            return DeskDecision.Of(Act, delivery, By, version.ClearanceAt(Now), Directory.Find(commune)?.Name ?? commune.Value, Now);
        }
    }
}
