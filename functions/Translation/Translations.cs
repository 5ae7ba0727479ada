using ETag = Azure.ETag;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>Translations as people work at them. Every change names the version that was read: the second of two gets a conflict and overwrites nothing.</summary>
internal sealed class Translations(Store store, DirectoryStore directories, TimeProvider time)
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
        ChangeAsync(version, by, read, "translation-drafted", detail: null, (current, now) => TranslationDecisions.Draft(current, text, by.Id, now), cancellation);

    public Task<Result<Row<TranslatedVersion>>> SubmitAsync(VersionId version, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-submitted", detail: null, TranslationDecisions.Submit, cancellation);

    public Task<Result<Row<TranslatedVersion>>> ApproveAsync(VersionId version, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-approved", detail: null, (current, now) => TranslationDecisions.Approve(current, by.Id, now), cancellation);

    public Task<Result<Row<TranslatedVersion>>> ReturnAsync(VersionId version, string? reason, Person by, ETag read, CancellationToken cancellation) =>
        ChangeAsync(version, by, read, "translation-returned", reason, (current, now) => TranslationDecisions.Return(current, reason, by.Id, now), cancellation);

    private async Task<Result<Row<TranslatedVersion>>> ChangeAsync(
        VersionId version,
        Person by,
        ETag read,
        string what,
        string? detail,
        Func<TranslatedVersion, DateTimeOffset, Result<TranslatedVersion>> decide,
        CancellationToken cancellation)
    {
        var current = await FindAsync(version, cancellation);
        var item = await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(version.Item.Value), ContentJson.Default.Item, cancellation);
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(version.Item.Value, version.Revision), ContentJson.Default.Revision, cancellation);
        if (current is null || item is null || revision is null)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, version.ToString());
        }

        var directory = await directories.CurrentAsync(cancellation);
        if (TranslationAccess.Check(by, version.Language, revision.Value.Content, directory) is { } refusal)
        {
            return refusal;
        }

        if (read != ETag.All && read != current.ETag)
        {
            return Conflict;
        }

        var now = time.GetUtcNow();
        var decided = decide(current.Value, now);
        if (!decided.IsDone)
        {
            return decided.Problem;
        }

        var committed = await new Transaction(Keys.Editorial)
            .Store(current, decided.Value, item, revision.Value.Content, directory, now)
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
