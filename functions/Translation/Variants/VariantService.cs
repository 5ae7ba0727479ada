using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation.Variants;

/// <summary>The communes' own variants of translations: who has one, and how one comes and goes.</summary>
internal sealed class VariantService(
    Store store,
    ItemReader items,
    TranslationService translations,
    DirectoryStore directories,
    ReviewNotificationOptions notifications,
    TimeProvider time)
{
    /// <summary>
    /// Why a person cannot begin a variant for his or her commune as things stand; null where he or she can. One transaction.
    /// </summary>
    /// <param name="isOut">Whether something of the version is out in the commune.</param>
    public async Task<Problem?> WhyNotAsync(
        TranslatedVersion common, ItemContent content, bool isOut, Person by, CancellationToken cancellationToken) =>
        (await DecideAsync(common, content, isOut, by, cancellationToken)).Decided.Problem;

    /// <summary>Begins the variant of a person's commune. Six transactions.</summary>
    /// <param name="isOut">Whether something of the version is out in the commune.</param>
    public async Task<Result<Row<TranslatedVersion>>> StartAsync(
        VersionId version, bool isOut, Person by, CancellationToken cancellationToken)
    {
        var item = await items.FindAsync(version.Item, cancellationToken);
        var revision = await items.RevisionAsync(version.Item, version.Revision, cancellationToken);
        if (item is null || revision is null || await translations.FindAsync(version, cancellationToken) is not { } common)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, version.ToString());
        }

        if (item.Value.Withdrawal is { } withdrawal)
        {
            return new Problem(nameof(ProblemTexts.ItemWithdrawn), null, withdrawal.Reason);
        }

        var content = revision.Content;
        var (existing, decided) = await DecideAsync(common.Value, content, isOut, by, cancellationToken);
        if (!decided.IsDone)
        {
            return decided.Problem;
        }

        var (variant, now) = (decided.Value, time.GetUtcNow());
        var change = new TranslationChange(existing, variant, item, content, await directories.CurrentAsync(cancellationToken), now);
        var committed = await new Transaction(Keys.Editorial)
            .Store(change)
            .HandOver(change, notifications)
            .Guard(item)
            .HandOver(OutboxTopics.Report, ItemDue.Of(version.Item, now))
            .Record(variant.TextId, now, by.Id.Value, "variant-started")
            .CommitAsync(store.Editorial, cancellationToken);
        return committed && await translations.FindAsync(variant.TextId, cancellationToken) is { } started
            ? started
            : new Problem(nameof(ProblemTexts.ChangedMeanwhile));
    }

    private async Task<(Row<TranslatedVersion>? Existing, Result<TranslatedVersion> Decided)> DecideAsync(
        TranslatedVersion common, ItemContent content, bool isOut, Person by, CancellationToken cancellationToken)
    {
        if (TranslationAccess.Check(by, common.Id.Language, content, await directories.CurrentAsync(cancellationToken)) is { } refusal)
        {
            return (null, refusal);
        }

        // Who may work at a translation has a commune.
        var commune = by.Commune!.Value;
        var existing = await translations.FindAsync(new(common.Id, commune), cancellationToken);
        return (existing, VariantDecisions.Start(common, existing?.Value, isOut, by, time.GetUtcNow()));
    }
}
