using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// What people do with deliveries, one or many at once: confirm hand tasks and take that back, release their commune's posts, try failed
/// ones again,
/// settle uncertain ones. What is done to one language version is one transaction, and one that somebody else changed meanwhile keeps no
/// other.
/// </summary>
internal sealed class DeliveryCommands(
    Store store,
    DeliveryReader deliveries,
    DeliveryLedger ledger,
    VersionReader versions,
    CommandEffects effects,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>The most deliveries that one act takes.</summary>
    public const int AtOnce = Transaction.Limit;

    public Task<StoredDelivery?> FindAsync(DeliveryId id, CancellationToken cancellationToken) =>
        deliveries.FindAsync(id, cancellationToken);

    /// <summary>Those that are there of some. One transaction for each language version.</summary>
    public Task<List<StoredDelivery>> ReadAsync(IEnumerable<DeliveryId> ids, CancellationToken cancellationToken) =>
        deliveries.ReadAsync(ids, cancellationToken);

    /// <summary>A person of the commune says that a hand task is done.</summary>
    /// <param name="attendance">People present, where that was counted.</param>
    public Task<Result<StoredDelivery>> ConfirmAsync(DeliveryId id, int? attendance, Person by, CancellationToken cancellationToken) =>
        ExecuteOneAsync(new DeliveryCommand.Confirm(attendance), id, by, cancellationToken);

    public Task<Result<StoredDelivery>> RetryAsync(DeliveryId id, Person by, CancellationToken cancellationToken) =>
        ExecuteOneAsync(new DeliveryCommand.Retry(), id, by, cancellationToken);

    /// <summary>A person looked at the channel and says whether an uncertain delivery is there. If not, it is sent again.</summary>
    public Task<Result<StoredDelivery>> SettleAsync(DeliveryId id, bool isThere, Person by, CancellationToken cancellationToken) =>
        ExecuteOneAsync(isThere ? new DeliveryCommand.SeenThere() : new DeliveryCommand.SeenMissing(), id, by, cancellationToken);

    /// <summary>A communicator lets a held post of his or her commune go out.</summary>
    public Task<Result<StoredDelivery>> ReleaseAsync(DeliveryId id, Person by, CancellationToken cancellationToken) =>
        ExecuteOneAsync(new DeliveryCommand.Release(), id, by, cancellationToken);

    public async Task<Result<StoredDelivery>> ExecuteOneAsync(
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
            // What was begun is done to its end, though nobody waits for it any more.
            var whole = outcomes.Count == 0 ? cancellationToken : CancellationToken.None;
            foreach (var outcome in await ExecuteOnVersionAsync(run, version.Key, [.. version], whole))
            {
                outcomes[outcome.Id] = outcome;
            }
        }

        // The same command again lands here too, and so completes what a crash cut off.
        await effects.FinishAsync(Done(outcomes.Values), CancellationToken.None);
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
        var done = await ExecuteOnVersionAsync(run, version, ids, outcomes, cancellationToken);
        await RecordAsync(run, id, done, Done(outcomes) is not []);
        if (Done(outcomes).Exists(stored => MayHaveToGo(run, version.Item, stored.Value)))
        {
            // Its item may have been withdrawn, or have expired, while nobody knew of the post: whoever stops takes it down now. Of a voice
            // the approval may have been taken back: whoever plans takes that down.
            var next = new Transaction(Keys.Editorial)
                .HandOver(OutboxTopics.Stop, ItemDue.Of(id.Item, run.Now, version.Item.TraceParent));
            if (done.Exists(change => change.After.Channel is ChannelKind.TelegramVoice))
            {
                next.HandOver(OutboxTopics.Publish, VersionDue.Of(new(id, null), run.Now, version.Item.TraceParent));
            }

            await next.CommitAsync(store.Editorial, CancellationToken.None);
        }

        await effects.FollowAsync(run, version, done, outcomes, CancellationToken.None);
        return outcomes;
    }

    /// <param name="ids">Of that language version.</param>
    /// <param name="outcomes">Gets what it came to.</param>
    /// <returns>What was changed.</returns>
    private async Task<List<(Delivery Before, Delivery After)>> ExecuteOnVersionAsync(
        CommandRun run, PublishableVersion version, DeliveryId[] ids, List<CommandOutcome> outcomes, CancellationToken cancellationToken)
    {
        var rows = await deliveries.ReadAsync(ids, cancellationToken);
        outcomes.AddRange(ids.Where(wanted => !rows.Exists(row => row.Value.Id == wanted)).Select(NotFound));
        List<(StoredDelivery Read, Delivery After)> changes = [];
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

        // From here on whoever leaves changes nothing any more: what is written is recorded, too.
        cancellationToken.ThrowIfCancellationRequested();
        return await WriteAsync(run, version, changes, outcomes, CancellationToken.None);
    }

    /// <summary>All together; what somebody else changed meanwhile is decided about once more, as it stands now.</summary>
    private async Task<List<(Delivery Before, Delivery After)>> WriteAsync(
        CommandRun run,
        PublishableVersion version,
        List<(StoredDelivery Read, Delivery After)> changes,
        List<CommandOutcome> outcomes,
        CancellationToken cancellationToken)
    {
        var written = await WriteAsync(changes, outcomes, cancellationToken);
        foreach (var id in changes.Select(change => change.Read.Value.Id).Except(written.Select(change => change.After.Id)).ToList())
        {
            var read = await FindAsync(id, cancellationToken);
            var decision = read is null
                ? new CommandDecision.Refuse(new(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString()))
                : CommandDecision.Of(run, read.Value, version);
            if (read is not null && decision is CommandDecision.Change change
                && await WriteAsync([(read, change.After)], outcomes, cancellationToken) is [var again])
            {
                written.Add(again);
                continue;
            }

            outcomes.Add(new(id, read, decision switch
            {
                CommandDecision.Refuse refused => refused.Reason,
                CommandDecision.Change => new(nameof(ProblemTexts.ChangedMeanwhile)),
                _ => null,
            }));
        }

        return written;
    }

    /// <returns>What was written.</returns>
    private async Task<List<(Delivery Before, Delivery After)>> WriteAsync(
        List<(StoredDelivery Read, Delivery After)> changes, List<CommandOutcome> outcomes, CancellationToken cancellationToken)
    {
        // Before it is written: whatever fails or ends behind this, what may go out again is found.
        await effects.SecureAsync(changes.ConvertAll(change => change.Read with { Value = change.After }), cancellationToken);
        var written = await ledger.WriteAsync(changes, cancellationToken);
        outcomes.AddRange(written.Select(stored => new CommandOutcome(stored.Value.Id, stored, null)));
        return written.ConvertAll(
            stored => (changes.First(change => change.Read.Value.Id == stored.Value.Id).Read.Value, stored.Value));
    }

    // One line for what was done at once, with all the places in it; another for figures that are other ones now, and what they were. The
    // same command again has none, and asks for the report that a crash may have cut off.
    private async Task RecordAsync(
        CommandRun run, VersionId version, List<(Delivery Before, Delivery After)> done, bool isAnyDone)
    {
        if (!isAnyDone)
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

        await transaction.HandOver(OutboxTopics.Report, ItemDue.Of(item, run.Now)).CommitAsync(store.Editorial, CancellationToken.None);
    }

    /// <summary>Whether something is known to be there now, all of it or some parts, whose item may be out no more.</summary>
    private static bool MayHaveToGo(CommandRun run, Item item, Delivery done) => run.Command switch
    {
        DeliveryCommand.SeenThere => true,
        DeliveryCommand.SeenMissing => done is { IsOpen: false, Progress.Length: > 0 },
        DeliveryCommand.Confirm => item.IsExpired(run.Now),
        _ => false,
    };

    private static List<StoredDelivery> Done(IEnumerable<CommandOutcome> outcomes) =>
        [.. outcomes.Where(outcome => outcome.IsDone).Select(outcome => outcome.Row!)];

    private static CommandOutcome NotFound(DeliveryId id) => new(id, null, new(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString()));
}
