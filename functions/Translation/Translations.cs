using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Review;
using Dissemination.Translation.Segments;
using Dissemination.Translation.Variants;
using ETag = Azure.ETag;

namespace Dissemination.Translation;

/// <summary>Translations as people work at them. Every change names the version that was read: the second of two gets a conflict and overwrites nothing.</summary>
internal sealed class Translations(Store store, DirectoryStore directories, TextJudge judge, ReviewHerald herald, TimeProvider time)
{
    public Task<Row<TranslatedVersion>?> FindAsync(TextId text, CancellationToken cancellation) =>
        store.Editorial.FindAsync(Keys.Editorial, TranslationTransaction.KeyOf(text), TranslationJson.Default.TranslatedVersion, cancellation);

    /// <summary>The translations of one revision.</summary>
    public IAsyncEnumerable<Row<TranslatedVersion>> OfAsync(ItemId item, int revision, CancellationToken cancellation) =>
        store.Editorial.StartingWithAsync(
            Keys.Editorial,
            Keys.TranslationsOf(item.Value, revision),
            TranslationJson.Default.TranslatedVersion,
            cancellation);

    /// <summary>A page of the open translations of a language; null for all languages.</summary>
    public Task<Page<InboxEntry>> InboxAsync(LanguageTag? language, string? continuation, CancellationToken cancellation) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, language is { } one ? Keys.InboxOf(one.Value) : Keys.InboxPrefix),
            continuation,
            size: 100,
            TranslationJson.Default.InboxEntry,
            cancellation);

    public Task<Result<Row<TranslatedVersion>>> DraftAsync(TextId id, VersionText text, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(id, by, read, "translation-drafted", detail: null, work => TranslationDecisions.Draft(work.Current, text, work.Source, by.Id, work.Now), cancellation);

    /// <param name="written">Segments by their place; null takes the words away.</param>
    public Task<Result<Row<TranslatedVersion>>> DraftSegmentsAsync(TextId text, IReadOnlyDictionary<int, string?> written, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(text, by, read, "translation-drafted", detail: null, work => TranslationDecisions.DraftSegments(work.Current, written, work.Source, by.Id, work.Now), cancellation);

    /// <summary>Fills in segments that have no words yet, by their place; whoever asks for it has written nothing.</summary>
    public Task<Result<Row<TranslatedVersion>>> FillAsync(TextId text, IReadOnlyDictionary<int, TranslatedSegment> found, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(text, by, read, "translation-filled", detail: null, work => TranslationDecisions.Fill(work.Current, found, work.Source), cancellation);

    public Task<Result<Row<TranslatedVersion>>> SubmitAsync(TextId text, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(text, by, read, "translation-submitted", detail: null, work => TranslationDecisions.Submit(work.Current, work.Errors, by.Id, work.Now), cancellation);

    public Task<Result<Row<TranslatedVersion>>> ApproveAsync(TextId text, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(text, by, read, "translation-approved", detail: null, work => TranslationDecisions.Approve(work.Current, work.Errors, by.Id, work.Now), cancellation);

    public Task<Result<Row<TranslatedVersion>>> ReturnAsync(TextId text, string? reason, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(text, by, read, "translation-returned", reason, work => TranslationDecisions.Return(work.Current, reason, by.Id, work.Now), cancellation);

    /// <summary>Gives a commune's own variant up.</summary>
    /// <param name="isOut">Whether something of it is out in its commune.</param>
    public Task<Result<Row<TranslatedVersion>>> DropAsync(TextId text, string? reason, bool isOut, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(text, by, read, "variant-dropped", reason, work => VariantDecisions.Drop(work.Current, reason, isOut, by.Id, work.Now), cancellation);

    public Task<Result<Row<TranslatedVersion>>> ClaimAsync(TextId text, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(text, by, read, "translation-claimed", detail: null, work => TranslationDecisions.Claim(work.Current, by.Id, work.Now), cancellation);

    public Task<Result<Row<TranslatedVersion>>> ReleaseAsync(TextId text, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(text, by, read, "translation-released", detail: null, work => TranslationDecisions.Release(work.Current, by.Id, work.Now), cancellation);

    /// <param name="finding">The key of a warning of the text as it is, or of an error that may be meant so.</param>
    public Task<Result<Row<TranslatedVersion>>> DismissAsync(TextId text, string finding, string? reason, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(
            text,
            by,
            read,
            "warning-dismissed",
            $"{finding}: {reason}",
            work => TranslationDecisions.Dismiss(work.Current, finding, work.Findings.Any(found => found.Key == finding && found.MayBeDismissed), reason, by.Id, work.Now),
            cancellation);

    /// <summary>Asks a commune or one of its people for a translation, or takes that back. Provincial staff do it.</summary>
    public Task<Result<Row<TranslatedVersion>>> AssignAsync(TextId text, Assignment? assignment, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(
            text,
            by,
            read,
            assignment is null ? "assignment-taken-back" : "translation-assigned",
            assignment is null ? null : $"{assignment.Commune} {assignment.Person}".Trim(),
            work => AssignmentCheck.Check(assignment, text, work.Content, work.Directory, work.Now) is { } problem ? problem : TranslationDecisions.Assign(work.Current, assignment),
            cancellation,
            byStaff: true);

    /// <summary>Why a person has no say in a translation; null where he or she has: staff, and those who may work at it.</summary>
    public async Task<Problem?> WhyNoCommentAsync(TextId text, Person by, CancellationToken cancellation)
    {
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(text.Item.Value, text.Revision), ContentJson.Default.Revision, cancellation);
        return revision is null || await FindAsync(text, cancellation) is null ? new(nameof(ProblemTexts.TranslationNotFound), null, text.ToString())
            : TranslationAccess.CheckStaff(by) is null ? null
            : TranslationAccess.Check(by, text, revision.Value.Content, await directories.CurrentAsync(cancellation));
    }

    private async Task<Result<Row<TranslatedVersion>>> ChangeAsync(
        TextId text,
        Person by,
        ETag read,
        string what,
        string? detail,
        Func<TranslationWork, Result<TranslatedVersion>> decide,
        CancellationToken cancellation,
        bool byStaff = false)
    {
        var current = await FindAsync(text, cancellation);
        var item = await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(text.Item.Value), ContentJson.Default.Item, cancellation);
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(text.Item.Value, text.Revision), ContentJson.Default.Revision, cancellation);
        if (current is null || item is null || revision is null)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, text.ToString());
        }

        if (item.Value.Withdrawal is { } withdrawal)
        {
            return new Problem(nameof(ProblemTexts.ItemWithdrawn), null, withdrawal.Reason);
        }

        var (content, directory) = (revision.Value.Content, await directories.CurrentAsync(cancellation));
        if ((byStaff ? TranslationAccess.CheckStaff(by) : TranslationAccess.Check(by, text, content, directory)) is { } refusal)
        {
            return refusal;
        }

        if (read != ETag.All && read != current.ETag)
        {
            return Conflict;
        }

        var findings = await judge.JudgeAsync(current.Value, content, cancellation);
        var now = time.GetUtcNow();
        var decided = decide(new(current.Value, content, SegmentedText.Of(content.Text), findings, directory, now));
        if (!decided.IsDone)
        {
            return decided.Problem;
        }

        if (ReferenceEquals(decided.Value, current.Value))
        {
            return current;
        }

        // What moves a translation on is a stage; saving a draft is none.
        using var span = decided.Value.State == current.Value.State ? null : Tracing.Continue("review", item.Value.TraceParent).Tag(text.Version)?.SetTag("act", what);
        var committed = await new Transaction(Keys.Editorial)
            .Store(current, decided.Value, item, content, directory, now)
            .TellReviewers(herald, current.Value, decided.Value, now)
            .Guard(item)
            .ReportDue(text.Item, now)
            .Record(new(text.Item.Value, now, by.Id.Value, what, text.Revision, text.Language.Value, detail, text.Commune?.Value))
            .CommitAsync(store.Editorial, cancellation);
        if (!committed)
        {
            return Conflict;
        }

        return await FindAsync(text, cancellation) is { } changed ? changed : Conflict;
    }

    private static Problem Conflict => new(nameof(ProblemTexts.ChangedMeanwhile));
}

/// <summary>What a decision about a translation is made from.</summary>
internal sealed record TranslationWork(
    TranslatedVersion Current,
    ItemContent Content,
    SegmentedText Source,
    ImmutableArray<Finding> Findings,
    DirectorySnapshot Directory,
    DateTimeOffset Now)
{
    /// <summary>How many errors nobody dismissed.</summary>
    public int Errors => Findings.Count(finding =>
        finding.IsError && !(finding.MayBeDismissed && Current.Dismissals.Any(dismissal => dismissal.Finding == finding.Key)));
}
