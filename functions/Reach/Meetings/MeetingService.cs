using System.Collections.Immutable;
using Azure;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>Tells of meetings and opinions, corrects what was told, and takes it back. Nothing is written over without a trace.</summary>
internal sealed class MeetingService(
    MeetingStore store, ItemReader items, ReferenceStore references, DirectoryStore directories, TimeProvider time)
{
    /// <summary>How often somebody tries whose commune's or day's sums others write at the same time.</summary>
    public const int MostTries = 20;

    /// <summary>Adds what is told. Some eight transactions, and one for each item that it names.</summary>
    /// <param name="input">What was typed, and whether it is said to be another of those that are there.</param>
    public async Task<Parsed<VersionedTold>> AddAsync(ToldInput input, Person by, CancellationToken cancellationToken)
    {
        var told = input.Told;
        var problems = await ProblemsAsync(input, by, cancellationToken);
        return problems.IsEmpty
            ? await OptimisticRetry.RunAsync<Parsed<VersionedTold>>(
                async () =>
                {
                    if (await TwinAsync(input, self: null, cancellationToken) is { } twin)
                    {
                        return Parsed<VersionedTold>.Bad([twin]);
                    }

                    var record = new ToldRecord
                    {
                        Id = await FreeIdAsync(told, cancellationToken),
                        Told = told,
                        By = by.Id,
                        At = time.GetUtcNow(),
                    };
                    return await TryAsync(new(null, record), cancellationToken);
                },
                "the meetings of a commune",
                MostTries)
            : Parsed<VersionedTold>.Bad(problems);
    }

    /// <summary>Puts what is right in place of what was told; what that was, and who changed it, stays.</summary>
    /// <param name="version">The version that the person read.</param>
    public async Task<Parsed<VersionedTold>> CorrectAsync(
        ToldId id, ToldInput input, ETag version, Person by, CancellationToken cancellationToken)
    {
        var problems = await ProblemsAsync(input, by, cancellationToken);
        return problems.IsEmpty
            ? await ChangeAsync(
                id,
                version,
                by,
                async before => MeetingDecisions.MayChange(before, input.Reason) is { } refused ? refused
                    : await TwinAsync(input, id, cancellationToken) is { } twin ? twin
                    : before.Told.SaysTheSameAs(input.Told) ? before
                    : before with { Told = input.Told, LastChange = StepOf(before, by, input.Reason) },
                cancellationToken)
            : Parsed<VersionedTold>.Bad(problems);
    }

    /// <summary>Takes back what was told: it stays to be seen, with the reason, and is in no sum any more.</summary>
    public Task<Parsed<VersionedTold>> WithdrawAsync(
        ToldId id, string reason, ETag version, Person by, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            version,
            by,
            before => Task.FromResult<Result<ToldRecord>>(
                MeetingDecisions.MayChange(before, reason) is { } problem
                    ? problem
                    : before with { IsWithdrawn = true, LastChange = StepOf(before, by, reason) }),
            cancellationToken);

    /// <summary>
    /// Undoes what a person told or corrected last. It stays to be seen, as every change does. One transaction more than a correction.
    /// </summary>
    /// <param name="reason">What the list of changes says of it.</param>
    public Task<Parsed<VersionedTold>> UndoAsync(
        ToldId id, string reason, ETag version, Person by, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            version,
            by,
            async before => MeetingDecisions.Undo(
                before,
                (await store.ChangesAsync(id, cancellationToken).LastOrDefaultAsync(cancellationToken))?.Before,
                StepOf(before, by, reason)),
            cancellationToken);

    /// <summary>All that is wrong with what is told, by itself and with what it names.</summary>
    private async Task<ImmutableArray<Problem>> ProblemsAsync(ToldInput input, Person by, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        if (MeetingDecisions.MayTell(by, input.Told.Commune, directory) is { } refused)
        {
            return [refused];
        }

        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), LocalTime.Zone).DateTime;
        return
        [
            .. MeetingDecisions.Check(input.Told, now, input.PlaceOf),
            .. await UnknownItemsAsync(input.Told.Items, input.PlaceOf(ToldField.Items), cancellationToken),
            .. await UnknownTopicAsync(input.Told.Opinions?.Topic, input.PlaceOf(ToldField.Topic), cancellationToken),
        ];
    }

    /// <summary>The items that there are not. One transaction for each that is asked for.</summary>
    private async Task<ImmutableArray<Problem>> UnknownItemsAsync(
        ImmutableArray<ItemId> asked, Place place, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(asked.Take(MeetingDecisions.MostItems)
            .Select(async id => (Id: id, Item: await items.FindAsync(id, cancellationToken))));
        return
        [
            .. found.Where(each => each.Item is null)
                .Select(each => new Problem(nameof(ProblemTexts.UnknownItem), place, each.Id.Value)),
        ];
    }

    /// <summary>A topic that no resolution has. One transaction where one is named.</summary>
    private async Task<ImmutableArray<Problem>> UnknownTopicAsync(string? topic, Place place, CancellationToken cancellationToken) =>
        topic is null || await references.ResolutionsAsync(cancellationToken)
            .AnyAsync(resolution => resolution.Topics.Any(known => known.Code == topic), cancellationToken)
            ? []
            : [new(nameof(ProblemTexts.MeetingTopicUnknown), place, topic)];

    private async Task<Parsed<VersionedTold>> ChangeAsync(
        ToldId id, ETag version, Person by, Func<ToldRecord, Task<Result<ToldRecord>>> change, CancellationToken cancellationToken) =>
        await OptimisticRetry.RunAsync<Parsed<VersionedTold>>(
            async () =>
            {
                if (await store.FindAsync(id, cancellationToken) is not { } row)
                {
                    return Bad(new(nameof(ProblemTexts.MeetingNotFound)));
                }

                var directory = await directories.CurrentAsync(cancellationToken);
                if (MeetingDecisions.MayTell(by, row.Value.Told.Commune, directory) is { } refused)
                {
                    return Bad(refused);
                }

                if (version != ETag.All && version != row.ETag)
                {
                    return Bad(new(nameof(ProblemTexts.ChangedMeanwhile)));
                }

                var changed = await change(row.Value);
                return !changed.IsDone ? Bad(changed.Problem)
                    : ReferenceEquals(changed.Value, row.Value) ? Parsed<VersionedTold>.Of(new(row.Value, row.ETag))
                    : await TryAsync(new(row, changed.Value), cancellationToken);
            },
            "what was told",
            MostTries);

    private async Task<Parsed<VersionedTold>?> TryAsync(ToldWrite write, CancellationToken cancellationToken)
    {
        var line = MeetingDecisions.LineOf(write.After);
        if (await store.TryWriteAsync([write with { Line = line }], cancellationToken) is not { } version)
        {
            return null;
        }

        await store.NoteAsync(line, cancellationToken);
        return Parsed<VersionedTold>.Of(new(write.After, version));
    }

    /// <summary>One transaction; none where the person says that it is another.</summary>
    private async Task<Problem?> TwinAsync(ToldInput input, ToldId? self, CancellationToken cancellationToken)
    {
        if (input.IsAnother)
        {
            return null;
        }

        var (told, others) = (input.Told, store.InAsync(input.Told.Commune, input.Told.Day, input.Told.Day, cancellationToken));
        return MeetingDecisions.TwinOf(told, self, await others.ToListAsync(cancellationToken)) is { } twin
            ? new(nameof(ProblemTexts.MeetingTwice), null, ToldLabels.LineOf(twin.Told), ToldLabels.FiguresOf(twin.Told))
            : null;
    }

    /// <summary>One transaction for each of the same that was told before.</summary>
    private async Task<ToldId> FreeIdAsync(Told told, CancellationToken cancellationToken)
    {
        var number = 1;
        while (await store.FindAsync(ToldId.Of(told, number), cancellationToken) is not null)
        {
            number++;
        }

        return ToldId.Of(told, number);
    }

    /// <summary>Later than the change before it, whatever the clock says: each is a line of its own.</summary>
    private ToldStep StepOf(ToldRecord before, Person by, string reason)
    {
        var (now, last) = (time.GetUtcNow(), before.LastChange?.At ?? before.At);
        return new(by.Id, now > last ? now : last.AddTicks(1), reason.Trim());
    }

    private static Parsed<VersionedTold> Bad(Problem problem) => Parsed<VersionedTold>.Bad([problem]);
}
