using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Segments;

namespace Dissemination.Web.Pages.Communes;

/// <summary>
/// Reads what the page of a translation shows: eight transactions, and one more each where its original changed and where its language has
/// another spelling.
/// </summary>
internal sealed class TranslationViewReader(
    TranslationService translations,
    ItemReader items,
    RemarkReader remarks,
    SegmentReader segments,
    VariantsReader variants,
    ConversionReader conversions,
    DirectoryStore directories)
{
    public async Task<TranslationView?> FindAsync(TextId text, Person reader, CancellationToken cancellationToken)
    {
        if (await translations.FindAsync(text, cancellationToken) is not { Value: var translation } row
            || await items.RevisionAsync(text.Item, text.Revision, cancellationToken) is not { Content: var content })
        {
            return null;
        }

        var directory = await directories.CurrentAsync(cancellationToken);
        var said = await remarks.ReadAsync(translation, content, cancellationToken);
        var source = SegmentedText.Of(content.Text);
        return new()
        {
            Row = row,
            Source = content,
            Refusal = await WithdrawnAsync(text.Item, cancellationToken) ?? TranslationAccess.Check(reader, text, content, directory),
            Segments = await segments.ReadAsync(translation, source, said, cancellationToken),
            Remarks = said,
            History = [.. await HistoryAsync(text, cancellationToken)],
            OwnTexts = await variants.ReadAsync(translation, content, reader, cancellationToken),
            Conversion = await conversions.ReadAsync(translation, source, cancellationToken),
            Directory = directory,
        };
    }

    private async Task<Problem?> WithdrawnAsync(ItemId item, CancellationToken cancellationToken) =>
        await items.FindAsync(item, cancellationToken) is { Value.Withdrawal: { } withdrawal }
            ? new(nameof(ProblemTexts.ItemWithdrawn), null, withdrawal.Reason)
            : null;

    private async Task<IEnumerable<HistoryEntry>> HistoryAsync(TextId text, CancellationToken cancellationToken) =>
        (await items.HistoryPageAsync(text.Item, continuation: null, size: 200, cancellationToken)).Rows
            .Select(row => row.Value)
            .Where(
                entry => entry.Language == text.Language.Value && entry.Revision == text.Revision && entry.Commune == text.Commune?.Value);
}
