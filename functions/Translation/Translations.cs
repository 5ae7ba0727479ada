using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Review;
using Dissemination.Translation.Segments;
using ETag = Azure.ETag;

namespace Dissemination.Translation;

/// <summary>Translations as people work at them. Every change names the version that was read: the second of two gets a conflict and overwrites nothing.</summary>
internal sealed class Translations(Store store, DirectoryStore directories, TextJudge judge, ReviewHerald herald, TimeProvider time)
{
    public Task<Row<TranslatedVersion>?> FindAsync(VersionId version, CancellationToken cancellation) =>
        store.Editorial.FindAsync(
            Keys.Editorial,
            Keys.Translation(version.Item.Value, version.Revision, version.Language.Value),
            TranslationJson.Default.TranslatedVersion,
            cancellation);

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

    public Task<Result<Row<TranslatedVersion>>> DraftAsync(VersionId version, VersionText text, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-drafted", detail: null, work => TranslationDecisions.Draft(work.Current, text, work.Source, by.Id, work.Now), cancellation);

    /// <param name="written">Segments by their place; null takes the words away.</param>
    public Task<Result<Row<TranslatedVersion>>> DraftSegmentsAsync(VersionId version, IReadOnlyDictionary<int, string?> written, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-drafted", detail: null, work => TranslationDecisions.DraftSegments(work.Current, written, work.Source, by.Id, work.Now), cancellation);

    /// <summary>Fills in segments that have no words yet, by their place; whoever asks for it has written nothing.</summary>
    public Task<Result<Row<TranslatedVersion>>> FillAsync(VersionId version, IReadOnlyDictionary<int, TranslatedSegment> found, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-filled", detail: null, work => TranslationDecisions.Fill(work.Current, found, work.Source), cancellation);

    public Task<Result<Row<TranslatedVersion>>> SubmitAsync(VersionId version, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-submitted", detail: null, work => TranslationDecisions.Submit(work.Current, work.Errors, by.Id, work.Now), cancellation);

    public Task<Result<Row<TranslatedVersion>>> ApproveAsync(VersionId version, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-approved", detail: null, work => TranslationDecisions.Approve(work.Current, work.Errors, by.Id, work.Now), cancellation);

    public Task<Result<Row<TranslatedVersion>>> ReturnAsync(VersionId version, string? reason, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-returned", reason, work => TranslationDecisions.Return(work.Current, reason, by.Id, work.Now), cancellation);

    public Task<Result<Row<TranslatedVersion>>> ClaimAsync(VersionId version, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-claimed", detail: null, work => TranslationDecisions.Claim(work.Current, by.Id, work.Now), cancellation);

    public Task<Result<Row<TranslatedVersion>>> ReleaseAsync(VersionId version, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-released", detail: null, work => TranslationDecisions.Release(work.Current, by.Id, work.Now), cancellation);

    /// <param name="finding">The key of a warning of the text as it is.</param>
    public Task<Result<Row<TranslatedVersion>>> DismissAsync(VersionId version, string finding, string? reason, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(
            version,
            by,
            read,
            "warning-dismissed",
            $"{finding}: {reason}",
            work => TranslationDecisions.Dismiss(work.Current, finding, work.Findings.Any(found => found.Key == finding && found.Severity is Severity.Warning), reason, by.Id, work.Now),
            cancellation);

    /// <summary>Asks a commune or one of its people for a translation, or takes that back. Provincial staff do it.</summary>
    public Task<Result<Row<TranslatedVersion>>> AssignAsync(VersionId version, Assignment? assignment, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(
            version,
            by,
            read,
            assignment is null ? "assignment-taken-back" : "translation-assigned",
            assignment is null ? null : $"{assignment.Commune} {assignment.Person}".Trim(),
            work => AssignmentCheck.Check(assignment, version.Language, work.Content, work.Directory) is { } problem ? problem : TranslationDecisions.Assign(work.Current, assignment),
            cancellation,
            byStaff: true);

    /// <summary>Why a person has no say in a translation; null where he or she has: staff, and those who may work at it.</summary>
    public async Task<Problem?> WhyNoCommentAsync(VersionId version, Person by, CancellationToken cancellation)
    {
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(version.Item.Value, version.Revision), ContentJson.Default.Revision, cancellation);
        return revision is null || await FindAsync(version, cancellation) is null ? new(nameof(ProblemTexts.TranslationNotFound), null, version.ToString())
            : TranslationAccess.CheckStaff(by) is null ? null
            : TranslationAccess.Check(by, version.Language, revision.Value.Content, await directories.CurrentAsync(cancellation));
    }

    private async Task<Result<Row<TranslatedVersion>>> ChangeAsync(
        VersionId version,
        Person by,
        ETag read,
        string what,
        string? detail,
        Func<TranslationWork, Result<TranslatedVersion>> decide,
        CancellationToken cancellation,
        bool byStaff = false)
    {
        var current = await FindAsync(version, cancellation);
        var item = await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(version.Item.Value), ContentJson.Default.Item, cancellation);
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(version.Item.Value, version.Revision), ContentJson.Default.Revision, cancellation);
        if (current is null || item is null || revision is null)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, version.ToString());
        }

        var (content, directory) = (revision.Value.Content, await directories.CurrentAsync(cancellation));
        if ((byStaff ? TranslationAccess.CheckStaff(by) : TranslationAccess.Check(by, version.Language, content, directory)) is { } refusal)
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

        var committed = await new Transaction(Keys.Editorial)
            .Store(current, decided.Value, item, content, directory, now)
            .TellReviewers(herald, current.Value, decided.Value, now)
            .Guard(item)
            .ReportDue(version.Item, now)
            .Record(new(version.Item.Value, now, by.Id.Value, what, version.Revision, version.Language.Value, detail))
            .CommitAsync(store.Editorial, cancellation);
        if (!committed)
        {
            return Conflict;
        }

        return await FindAsync(version, cancellation) is { } changed ? changed : Conflict;
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
    public int Errors => Findings.Count(finding => finding.Severity is Severity.Error);
}
