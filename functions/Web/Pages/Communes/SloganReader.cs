using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Checks;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Reads the slogans that a reviewer may approve: a transaction for the list, and three for each that is shown.</summary>
internal sealed class SloganReader(
    TranslationService translations,
    ItemReader items,
    TextChecker checker,
    DeliveryForesight foresight,
    DirectoryStore directories,
    TimeProvider time)
{
    public const int MostAtOnce = 10;

    /// <returns>Those that are shown, and whether there are more.</returns>
    public async Task<(IReadOnlyList<SloganView> Slogans, bool AndMore)> ReadAsync(
        LanguageTag language, Person reader, CancellationToken cancellationToken)
    {
        var (directory, now) = (await directories.CurrentAsync(cancellationToken), time.GetUtcNow());
        if (reader.Commune is not { } commune)
        {
            return ([], false);
        }

        var (open, _) = await translations.OpenOfAsync(language, cancellationToken);
        var waiting = open
            .Where(entry => entry is { Kind: ItemKind.Slogan, State: TranslationState.InReview } && entry.IsFor(commune, directory)
                && !entry.Editors.Contains(reader.Id) && entry.Claim?.KeepsOut(reader.Id, now) != true)
            .OrderBy(entry => entry.Since)
            .ToList();
        var read = await Task.WhenAll(waiting.Take(MostAtOnce).Select(entry => FindAsync(entry.Text, cancellationToken)));
        return ([.. read.OfType<SloganView>()], waiting.Count > MostAtOnce);
    }

    /// <returns>Null where it was withdrawn or decided meanwhile.</returns>
    private async Task<SloganView?> FindAsync(TextId id, CancellationToken cancellationToken)
    {
        if (await translations.FindAsync(id, cancellationToken) is not { Value.State: TranslationState.InReview } row
            || await items.FindAsync(id.Item, cancellationToken) is not { Value.Withdrawal: null } item
            || await items.RevisionAsync(id.Item, id.Revision, cancellationToken) is not { Content: var content })
        {
            return null;
        }

        var found = await checker.CheckAsync(id.Language, row.Value.Text, content, cancellationToken);
        ImmutableArray<Finding> open =
            [.. found.Where(finding => !row.Value.Dismissals.Any(dismissal => dismissal.Finding == finding.Key))];
        return new(row, content, open, await foresight.OfTranslationAsync(item.Value, content, row.Value, cancellationToken));
    }
}
