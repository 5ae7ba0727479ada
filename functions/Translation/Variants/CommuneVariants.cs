using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using ETag = Azure.ETag;

namespace Dissemination.Translation.Variants;

/// <summary>The communes' own variants of translations: who has one, and how one comes and goes.</summary>
internal sealed class CommuneVariants(Store store, Translations translations, IPostedTexts posted, DirectoryStore directories, TimeProvider time)
{
    /// <summary>The variants of a language version, those given up among them. One transaction.</summary>
    public IAsyncEnumerable<Row<TranslatedVersion>> OfAsync(VersionId version, CancellationToken cancellation) =>
        store.Editorial.StartingWithAsync(
            Keys.Editorial,
            Keys.VariantsOf(version.Item.Value, version.Revision, version.Language.Value),
            TranslationJson.Default.TranslatedVersion,
            cancellation);

    /// <summary>Why a person cannot begin a variant for his or her commune as things stand; null where he or she can.</summary>
    public async Task<Problem?> WhyNotAsync(TranslatedVersion common, ItemContent content, Person by, CancellationToken cancellation) =>
        (await DecideAsync(common, content, by, cancellation)).Decided.Problem;

    /// <summary>Begins the variant of a person's commune. Seven transactions.</summary>
    public async Task<Result<Row<TranslatedVersion>>> StartAsync(VersionId version, Person by, CancellationToken cancellation)
    {
        var item = await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(version.Item.Value), ContentJson.Default.Item, cancellation);
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(version.Item.Value, version.Revision), ContentJson.Default.Revision, cancellation);
        if (item is null || revision is null || await translations.FindAsync(version, cancellation) is not { } common)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, version.ToString());
        }

        if (item.Value.Withdrawal is { } withdrawal)
        {
            return new Problem(nameof(ProblemTexts.ItemWithdrawn), null, withdrawal.Reason);
        }

        var content = revision.Value.Content;
        var (existing, decided) = await DecideAsync(common.Value, content, by, cancellation);
        if (!decided.IsDone)
        {
            return decided.Problem;
        }

        var (variant, now) = (decided.Value, time.GetUtcNow());
        var committed = await new Transaction(Keys.Editorial)
            .Store(existing, variant, item, content, await directories.CurrentAsync(cancellation), now)
            .Guard(item)
            .ReportDue(version.Item, now)
            .Record(new(version.Item.Value, now, by.Id.Value, "variant-started", version.Revision, version.Language.Value, Commune: variant.Commune?.Value))
            .CommitAsync(store.Editorial, cancellation);
        return committed && await translations.FindAsync(variant.TextId, cancellation) is { } started
            ? started
            : new Problem(nameof(ProblemTexts.ChangedMeanwhile));
    }

    /// <summary>Gives a variant up, with a reason.</summary>
    public async Task<Result<Row<TranslatedVersion>>> DropAsync(TextId text, string? reason, Person by, ETag read, CancellationToken cancellation)
    {
        var isOut = text.Commune is { } commune && await posted.IsOutAsync(text.Version, commune, cancellation);
        return await translations.DropAsync(text, reason, isOut, by, read, cancellation);
    }

    private async Task<(Row<TranslatedVersion>? Existing, Result<TranslatedVersion> Decided)> DecideAsync(
        TranslatedVersion common, ItemContent content, Person by, CancellationToken cancellation)
    {
        if (TranslationAccess.Check(by, common.Id.Language, content, await directories.CurrentAsync(cancellation)) is { } refusal)
        {
            return (null, refusal);
        }

        // Who may work at a translation has a commune.
        var commune = by.Commune!.Value;
        var existing = await translations.FindAsync(new(common.Id, commune), cancellation);
        var isOut = await posted.IsOutAsync(common.Id, commune, cancellation);
        return (existing, VariantDecisions.Start(common, existing?.Value, commune, isOut, by.Id, time.GetUtcNow()));
    }
}
