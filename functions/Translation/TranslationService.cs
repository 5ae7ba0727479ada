using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Segments;
using ETag = Azure.ETag;

namespace Dissemination.Translation;

/// <summary>
/// Translations as people work at them. Every change names the version that was read: the second of two gets a conflict and overwrites
/// nothing.
/// </summary>
internal sealed class TranslationService(
    Store store,
    ItemReader items,
    DirectoryStore directories,
    TextChecker checker,
    ReviewNotificationOptions notifications,
    TimeProvider time)
{
    public Task<Row<TranslatedVersion>?> FindAsync(TextId text, CancellationToken cancellationToken) =>
        store.Editorial.FindAsync(
            Keys.Editorial, TranslationTransaction.KeyOf(text), TranslationJson.Default.TranslatedVersion, cancellationToken);

    /// <summary>The translations of one revision.</summary>
    public IAsyncEnumerable<Row<TranslatedVersion>> OfAsync(ItemId item, int revision, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(
            Keys.Editorial,
            Keys.TranslationsOf(item.Value, revision),
            TranslationJson.Default.TranslatedVersion,
            cancellationToken);

    /// <summary>
    /// The translations of the current revisions of several items, and the communes' own variants of them that were not given up. Two
    /// transactions where the items lie side by side.
    /// </summary>
    public async Task<ILookup<ItemId, TranslatedVersion>> OfEachAsync(IReadOnlyCollection<Item> items, CancellationToken cancellationToken)
    {
        var common = EachAsync(Keys.TranslationsOf);
        var own = EachAsync(Keys.VariantsOf);
        await Task.WhenAll(common, own);
        var (all, variants) = (await common, await own);
        return (from item in items
                from row in all[Keys.TranslationsOf(item.Id.Value, item.Revision)]
                    .Concat(variants[Keys.VariantsOf(item.Id.Value, item.Revision)])
                where row.Value.State is not TranslationState.Dropped || row.Value.Commune is null
                select (item.Id, row.Value)).ToLookup(text => text.Id, text => text.Value);

        Task<ILookup<string, Row<TranslatedVersion>>> EachAsync(Func<string, int, string> prefixOf) =>
            store.Editorial.StartingWithEachAsync(
                Keys.Editorial,
                [.. items.Select(item => prefixOf(item.Id.Value, item.Revision))],
                TranslationJson.Default.TranslatedVersion,
                cancellationToken);
    }

    /// <summary>All translations of an item, oldest revision first, without the communes' own variants.</summary>
    public IAsyncEnumerable<Row<TranslatedVersion>> OfAsync(ItemId item, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(
            Keys.Editorial, Keys.TranslationsOf(item.Value), TranslationJson.Default.TranslatedVersion, cancellationToken);

    /// <summary>All communes' own variants of an item's translations, oldest revision first, those given up among them.</summary>
    public IAsyncEnumerable<Row<TranslatedVersion>> VariantsOfAsync(ItemId item, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(
            Keys.Editorial, Keys.VariantsOf(item.Value), TranslationJson.Default.TranslatedVersion, cancellationToken);

    /// <summary>The variants of one version, those given up among them. One transaction.</summary>
    public IAsyncEnumerable<Row<TranslatedVersion>> VariantsOfAsync(VersionId version, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(
            Keys.Editorial,
            Keys.VariantsOf(version.Item.Value, version.Revision, version.Language.Value),
            TranslationJson.Default.TranslatedVersion,
            cancellationToken);

    /// <summary>A page of the open translations of a language; null for all languages.</summary>
    public Task<Page<InboxEntry>> InboxAsync(LanguageTag? language, string? continuation, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, language is { } one ? Keys.InboxOf(one.Value) : Keys.InboxPrefix),
            continuation,
            size: 100,
            TranslationJson.Default.InboxEntry,
            cancellationToken);

    /// <summary>The open translations of a language, a thousand at most, and whether there are more. One transaction.</summary>
    public async Task<(IReadOnlyList<InboxEntry> Entries, bool AndMore)> OpenOfAsync(
        LanguageTag language, CancellationToken cancellationToken)
    {
        var page = await store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, Keys.InboxOf(language.Value)),
            continuation: null,
            size: 1_000,
            TranslationJson.Default.InboxEntry,
            cancellationToken);
        return ([.. page.Rows.Select(row => row.Value)], page.Next is not null);
    }

    /// <summary>All open translations. One transaction for each thousand.</summary>
    public IAsyncEnumerable<InboxEntry> OpenAsync(CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.InboxPrefix, TranslationJson.Default.InboxEntry, cancellationToken)
            .Select(row => row.Value);

    public Task<Result<Row<TranslatedVersion>>> DraftAsync(
        TextId id, VersionText text, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(id, by, read, "translation-drafted"),
            work => TranslationDecisions.Draft(work.Current, text, work.Source, by.Id, work.Now),
            cancellationToken);

    /// <param name="written">Segments by their place; null takes the words away.</param>
    public Task<Result<Row<TranslatedVersion>>> DraftSegmentsAsync(
        TextId text, IReadOnlyDictionary<int, string?> written, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "translation-drafted"),
            work => TranslationDecisions.DraftSegments(work.Current, written, work.Source, by.Id, work.Now),
            cancellationToken);

    /// <summary>Fills in segments that have no words yet, by their place; whoever asks for it has written nothing.</summary>
    public Task<Result<Row<TranslatedVersion>>> FillAsync(
        TextId text, IReadOnlyDictionary<int, TranslatedSegment> found, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "translation-filled"),
            work => TranslationDecisions.Fill(work.Current, found, work.Source),
            cancellationToken);

    public Task<Result<Row<TranslatedVersion>>> SubmitAsync(TextId text, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "translation-submitted"),
            work => TranslationDecisions.Submit(work.Current, work.Errors, by.Id, work.Now),
            cancellationToken);

    public Task<Result<Row<TranslatedVersion>>> ApproveAsync(TextId text, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "translation-approved"),
            work => TranslationDecisions.Approve(work.Current, work.Errors, by.Id, work.Now),
            cancellationToken);

    public Task<Result<Row<TranslatedVersion>>> ReturnAsync(
        TextId text, string? reason, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "translation-returned", reason),
            work => TranslationDecisions.Return(work.Current, reason, by.Id, work.Now),
            cancellationToken);

    /// <summary>Undoes what a person decided about a text a moment ago.</summary>
    /// <param name="isOut">Whether something of it is out, or may be.</param>
    public Task<Result<Row<TranslatedVersion>>> UndoAsync(
        TextId text, bool isOut, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "translation-decision-undone"),
            work => TranslationDecisions.Undo(work.Current, isOut, by.Id, work.Now),
            cancellationToken);

    /// <summary>
    /// What an act came to: a text that stands as it was wanted is done, though the answer was lost on the way or a second tap names an
    /// older version. One transaction where somebody else wrote meanwhile, else none.
    /// </summary>
    /// <param name="isWanted">Whether a text stands so.</param>
    public async Task<Result<Row<TranslatedVersion>>> OnceAsync(
        TextId text,
        Result<Row<TranslatedVersion>> acted,
        Func<TranslatedVersion, bool> isWanted,
        CancellationToken cancellationToken) =>
        acted.Problem?.Code == nameof(ProblemTexts.ChangedMeanwhile)
        && await FindAsync(text, cancellationToken) is { } stored && isWanted(stored.Value)
            ? stored
            : acted;

    /// <summary>Gives a commune's own variant up.</summary>
    /// <param name="isOut">Whether something of it is out in its commune.</param>
    public Task<Result<Row<TranslatedVersion>>> DropAsync(
        TextId text, string? reason, bool isOut, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "variant-dropped", reason),
            work => TranslationDecisions.Drop(work.Current, reason, isOut, by.Id, work.Now),
            cancellationToken);

    public Task<Result<Row<TranslatedVersion>>> ClaimAsync(TextId text, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "translation-claimed"),
            work => TranslationDecisions.Claim(work.Current, by.Id, work.Now),
            cancellationToken);

    /// <summary>Leaves a translation to others: who works at it, or provincial staff for who is away.</summary>
    public Task<Result<Row<TranslatedVersion>>> ReleaseAsync(TextId text, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "translation-released", IsStaffs: by.Is(Role.Staff)),
            work => TranslationDecisions.Release(work.Current, by.Id, work.Now, by.Is(Role.Staff)),
            cancellationToken);

    /// <param name="finding">The key of a warning of the text as it is, or of an error that may be meant so.</param>
    public Task<Result<Row<TranslatedVersion>>> DismissAsync(
        TextId text, string finding, string? reason, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            new(text, by, read, "warning-dismissed", $"{finding}: {reason}"),
            work => TranslationDecisions.Dismiss(
                work.Current,
                new(finding, reason ?? "", by.Id, work.Now),
                work.Findings.Any(found => found.Key == finding && found.MayBeDismissed)),
            cancellationToken);

    /// <summary>Asks a commune or one of its people for a translation, or takes that back. Provincial staff do it.</summary>
    public Task<Result<Row<TranslatedVersion>>> AssignAsync(
        TextId text, Assignment? assignment, Person by, ETag read, CancellationToken cancellationToken) =>
        ChangeAsync(
            assignment is null
                ? new(text, by, read, "assignment-taken-back", IsStaffs: true)
                : new(text, by, read, "translation-assigned", $"{assignment.Commune} {assignment.Person}".Trim(), IsStaffs: true),
            work => AssignmentCheck.Check(assignment, text, work.Content, work.Directory, work.Now) is { } problem
                ? problem
                : TranslationDecisions.Assign(work.Current, assignment),
            cancellationToken);

    /// <summary>Why a person has no say in a translation; null where he or she has: staff, and those who may work at it.</summary>
    public async Task<Problem?> WhyNoCommentAsync(TextId text, Person by, CancellationToken cancellationToken) =>
        await items.RevisionAsync(text.Item, text.Revision, cancellationToken) is not { } revision
            || await FindAsync(text, cancellationToken) is null
            ? new(nameof(ProblemTexts.TranslationNotFound), null, text.ToString())
            : by.StaffProblem is null ? null
            : TranslationAccess.Check(by, text, revision.Content, await directories.CurrentAsync(cancellationToken));

    /// <summary>Another translation of the item, saved between the reading and the writing, is no reason to refuse.</summary>
    private async Task<Result<Row<TranslatedVersion>>> ChangeAsync(
        TranslationAct act, Func<TranslationWork, Result<TranslatedVersion>> decide, CancellationToken cancellationToken) =>
        await OptimisticRetry.LastAsync(() => TryChangeAsync(act, decide, cancellationToken), outcome => outcome is null) ?? Conflict;

    /// <returns>Null where somebody else wrote between the reading and the writing.</returns>
    private async Task<Result<Row<TranslatedVersion>>?> TryChangeAsync(
        TranslationAct act, Func<TranslationWork, Result<TranslatedVersion>> decide, CancellationToken cancellationToken)
    {
        var text = act.Text;
        var current = await FindAsync(text, cancellationToken);
        var item = await items.FindAsync(text.Item, cancellationToken);
        var revision = await items.RevisionAsync(text.Item, text.Revision, cancellationToken);
        if (current is null || item is null || revision is null)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, text.ToString());
        }

        var (content, directory) = (revision.Content, await directories.CurrentAsync(cancellationToken));
        if (WhyNot(act, item.Value, content, directory) is { } refusal)
        {
            return refusal;
        }

        if (act.Read != ETag.All && act.Read != current.ETag)
        {
            return Conflict;
        }

        var findings = await checker.CheckAsync(current.Value.Id.Language, current.Value.Text, content, cancellationToken);
        var now = time.GetUtcNow();
        var decided = decide(new(current.Value, content, SegmentedText.Of(content.Text), findings, directory, now));
        if (!decided.IsDone)
        {
            return decided.Problem;
        }

        return ReferenceEquals(decided.Value, current.Value)
            ? current
            : await StoreAsync(act, new(current, decided.Value, item, content, directory, now), cancellationToken);
    }

    private static Problem? WhyNot(TranslationAct act, Item item, ItemContent content, DirectorySnapshot directory) =>
        item.Withdrawal is { } withdrawal ? new(nameof(ProblemTexts.ItemWithdrawn), null, withdrawal.Reason)
        : act.IsStaffs ? act.By.StaffProblem
        : TranslationAccess.Check(act.By, act.Text, content, directory);

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<Result<Row<TranslatedVersion>>?> StoreAsync(
        TranslationAct act, TranslationChange change, CancellationToken cancellationToken)
    {
        // What moves a translation on is a stage; saving a draft is none.
        using var span = change.After.State == change.Before?.State
            ? null
            : Tracing.Continue("review", change.Item.Value.TraceParent).Tag(act.Text.Version)?.SetTag("act", act.What);
        var isStored = await new Transaction(Keys.Editorial)
            .Store(change)
            .HandOver(change, notifications)
            .Guard(change.Item)
            .HandOver(OutboxTopics.Report, ItemDue.Of(act.Text.Item, change.Now))
            .Record(act.Text, change.Now, act.By.Id.Value, WhatOf(act, change), act.Detail)
            .CommitAsync(store.Editorial, cancellationToken);
        return isStored && await FindAsync(act.Text, cancellationToken) is { } changed ? new(changed, null) : null;
    }

    /// <summary>Who corrects what waits for review is told apart from who only drafts.</summary>
    private static string WhatOf(TranslationAct act, TranslationChange change) =>
        change is { Before.IsCorrected: false, After: { IsCorrected: true, State: TranslationState.Drafted } }
            ? "translation-corrected"
            : act.What;

    private static Problem Conflict => new(nameof(ProblemTexts.ChangedMeanwhile));
}
