using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// What people do with deliveries, one or many at once: confirm hand tasks and take that back, release their commune's posts, try failed
/// ones again,
/// settle uncertain ones. What goes to one commune of a language version is one transaction, and one that somebody else changed meanwhile
/// keeps no other.
/// </summary>
internal sealed class DeliveryCommands(
    Store store,
    DeliveryReader deliveries,
    VersionReader versions,
    CommandEffects effects,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>The most deliveries that one act takes.</summary>
    public const int AtOnce = Transaction.Limit;

    public Task<Row<Delivery>?> FindAsync(DeliveryId id, CancellationToken cancellationToken) =>
        store.DeliveriesTo(id.Partition).FindAsync(id.Partition, id.Row, DeliveriesJson.Default.Delivery, cancellationToken);

    /// <summary>A person of the commune says that a hand task is done.</summary>
    /// <param name="attendance">People present, where that was counted.</param>
    public Task<Result<Row<Delivery>>> ConfirmAsync(DeliveryId id, int? attendance, Person by, CancellationToken cancellationToken) =>
        ExecuteOneAsync(new DeliveryCommand.Confirm(attendance), id, by, cancellationToken);

    public Task<Result<Row<Delivery>>> RetryAsync(DeliveryId id, Person by, CancellationToken cancellationToken) =>
        ExecuteOneAsync(new DeliveryCommand.Retry(), id, by, cancellationToken);

    /// <summary>A person looked at the channel and says whether an uncertain delivery is there. If not, it is sent again.</summary>
    public Task<Result<Row<Delivery>>> SettleAsync(DeliveryId id, bool isThere, Person by, CancellationToken cancellationToken) =>
        ExecuteOneAsync(isThere ? new DeliveryCommand.SeenThere() : new DeliveryCommand.SeenMissing(), id, by, cancellationToken);

    /// <summary>A communicator lets a held post of his or her commune go out.</summary>
    public Task<Result<Row<Delivery>>> ReleaseAsync(DeliveryId id, Person by, CancellationToken cancellationToken) =>
        ExecuteOneAsync(new DeliveryCommand.Release(), id, by, cancellationToken);

    public async Task<Result<Row<Delivery>>> ExecuteOneAsync(
        DeliveryCommand command, DeliveryId id, Person by, CancellationToken cancellationToken) =>
        (await ExecuteAsync(command, [id], by, cancellationToken))[0] switch
        {
            { Problem: { } problem } => problem,
            { Row: { } row } => row,
            _ => new Problem(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString()),
        };

    /// <summary>Does the same to each. What cannot be done to one keeps it from no other.</summary>
    /// <param name="ids">At most <see cref="AtOnce"/>.</param>
    /// <returns>What it came to, in the order of the ids.</returns>
    public async Task<IReadOnlyList<CommandOutcome>> ExecuteAsync(
        DeliveryCommand command, IReadOnlyCollection<DeliveryId> ids, Person by, CancellationToken cancellationToken)
    {
        // One moment for all, so that what was done with one act can be found and taken back together.
        var run = new CommandRun(command, by, time.GetUtcNow(), await directories.CurrentAsync(cancellationToken));
        var outcomes = new Dictionary<DeliveryId, CommandOutcome>();
        foreach (var version in ids.Distinct().GroupBy(id => id.Version))
        {
            foreach (var outcome in await ExecuteOnVersionAsync(run, version.Key, [.. version], cancellationToken))
            {
                outcomes[outcome.Id] = outcome;
            }
        }

        // The same command again lands here too, and so completes what a crash cut off.
        var done = outcomes.Values.Where(outcome => outcome.IsDone).Select(outcome => outcome.Row!.Value).ToList();
        await effects.FinishAsync(done, cancellationToken);
        return [.. ids.Select(id => outcomes[id])];
    }

    private async Task<List<CommandOutcome>> ExecuteOnVersionAsync(
        CommandRun run, VersionId id, DeliveryId[] ids, CancellationToken cancellationToken)
    {
        if (await versions.FindAsync(id, cancellationToken) is not { } version)
        {
            return [.. ids.Select(NotFound)];
        }

        List<CommandOutcome> outcomes = [];
        List<(Delivery Before, Delivery After)> done = [];
        foreach (var commune in ids.GroupBy(wanted => wanted.Partition, StringComparer.Ordinal))
        {
            done.AddRange(await ExecuteOnCommuneAsync(run, version, [.. commune], outcomes, cancellationToken));
        }

        await RecordAsync(run, id, done, cancellationToken);
        if ((run.Command is DeliveryCommand.SeenThere || (run.Command is DeliveryCommand.Confirm && version.Item.IsExpired(run.Now)))
            && outcomes.Exists(outcome => outcome.IsDone))
        {
            // Its item may have been withdrawn, or have expired, while nobody knew of the post: whoever stops takes it down now.
            await new Transaction(Keys.Editorial)
                .HandOver(OutboxTopics.Stop, ItemDue.Of(id.Item, run.Now, version.Item.TraceParent))
                .CommitAsync(store.Editorial, cancellationToken);
        }

        await effects.FollowAsync(run, version, done, outcomes, cancellationToken);
        return outcomes;
    }

    /// <param name="ids">Of one language version to one commune.</param>
    /// <param name="outcomes">Gets what it came to.</param>
    /// <returns>What was changed.</returns>
    private async Task<List<(Delivery Before, Delivery After)>> ExecuteOnCommuneAsync(
        CommandRun run, PublishableVersion version, DeliveryId[] ids, List<CommandOutcome> outcomes, CancellationToken cancellationToken)
    {
        var rows = await deliveries.ReadAsync(ids, cancellationToken);
        outcomes.AddRange(ids.Where(wanted => !rows.Exists(row => row.Value.Id == wanted)).Select(NotFound));
        List<(Row<Delivery> Read, Delivery After)> changes = [];
        foreach (var row in rows)
        {
            switch (CommandDecision.Of(run, row.Value, version))
            {
                case CommandDecision.Change change:
                    changes.Add((row, change.After));
                    break;
                case CommandDecision.Refuse refused:
                    outcomes.Add(new(row.Value.Id, row, refused.Reason));
                    break;
                default:
                    outcomes.Add(new(row.Value.Id, row, null));
                    break;
            }
        }

        return await WriteAsync(run, version, changes, outcomes, cancellationToken);
    }

    /// <summary>One transaction, unless somebody else changed one of the rows meanwhile: then each by itself, as it stands now.</summary>
    private async Task<List<(Delivery Before, Delivery After)>> WriteAsync(
        CommandRun run,
        PublishableVersion version,
        List<(Row<Delivery> Read, Delivery After)> changes,
        List<CommandOutcome> outcomes,
        CancellationToken cancellationToken)
    {
        if (await TryWriteAsync(changes, cancellationToken) is { } all)
        {
            outcomes.AddRange(all.Select(row => new CommandOutcome(row.Value.Id, row, null)));
            return [.. changes.Select(change => (change.Read.Value, change.After))];
        }

        List<(Delivery Before, Delivery After)> done = [];
        foreach (var id in changes.Select(change => change.Read.Value.Id))
        {
            var row = await FindAsync(id, cancellationToken);
            var decision = row is null
                ? new CommandDecision.Refuse(new(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString()))
                : CommandDecision.Of(run, row.Value, version);
            if (row is not null && decision is CommandDecision.Change change
                && await TryWriteAsync([(row, change.After)], cancellationToken) is { } written)
            {
                outcomes.Add(new(id, written[0], null));
                done.Add((row.Value, change.After));
                continue;
            }

            outcomes.Add(new(id, row, decision switch
            {
                CommandDecision.Refuse refused => refused.Reason,
                CommandDecision.Change => new(nameof(ProblemTexts.ChangedMeanwhile)),
                _ => null,
            }));
        }

        return done;
    }

    private async Task<IReadOnlyList<Row<Delivery>>?> TryWriteAsync(
        List<(Row<Delivery> Read, Delivery After)> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var transaction = new Transaction(changes[0].Read.PartitionKey);
        foreach (var (read, after) in changes)
        {
            transaction.Replace(read, after, DeliveriesJson.Default.Delivery);
        }

        var tags = await transaction.CommitForTagsAsync(store.DeliveriesTo(changes[0].Read.PartitionKey), cancellationToken);
        return tags is null ? null : [.. changes.Zip(tags, (change, tag) => change.Read with { Value = change.After, ETag = tag })];
    }

    // One line for what was done at once, with all the places in it; another for figures that are other ones now, and what they were.
    private async Task RecordAsync(
        CommandRun run, VersionId version, List<(Delivery Before, Delivery After)> done, CancellationToken cancellationToken)
    {
        if (done is [])
        {
            return;
        }

        var (item, transaction) = (version.Item, new Transaction(Keys.Editorial));
        foreach (var alike in done.ToLookup(
            change => run.Command is DeliveryCommand.Confirm && change.Before.State is DeliveryState.Delivered))
        {
            var places = string.Join(
                ", ",
                alike.Select(
                    change => alike.Key
                        ? $"{change.After.Id.Place}: {change.Before.Attendance} → {change.After.Attendance}"
                        : change.After.Id.Place));
            var what = alike.Key ? DeliveryCommand.Confirm.Told : run.Command.Record;
            transaction.Record(new(item.Value, run.Now, run.By.Id.Value, what, version.Revision, version.Language.Value, places));
        }

        await transaction.HandOver(OutboxTopics.Report, ItemDue.Of(item, run.Now)).CommitAsync(store.Editorial, cancellationToken);
    }

    private static CommandOutcome NotFound(DeliveryId id) => new(id, null, new(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString()));
}
