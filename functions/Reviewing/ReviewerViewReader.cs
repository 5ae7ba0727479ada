using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Reviewing;

/// <summary>Reads translations as reviewers are told of them.</summary>
internal sealed class ReviewerViewReader(
    Store store, TranslationService translations, ItemReader items, DirectoryStore directories, TimeProvider time)
{
    /// <summary>Three transactions.</summary>
    public async Task<ReviewerView?> FindAsync(TextId text, CancellationToken cancellationToken) =>
        await translations.FindAsync(text, cancellationToken) is { } read
            && await items.RevisionAsync(text.Item, text.Revision, cancellationToken) is { } revision
            ? new(
                read,
                revision.Content,
                await directories.CurrentAsync(cancellationToken),
                await HappenedAsync(read.Value, cancellationToken),
                time.GetUtcNow())
            : null;

    /// <summary>Every change of a text writes its time into the record too.</summary>
    private async Task<HistoryEntry?> HappenedAsync(TranslatedVersion translation, CancellationToken cancellationToken)
    {
        string[] what = translation.State switch
        {
            _ when translation.IsClosed => [TranslationCloser.Closed],
            TranslationState.InReview => ["translation-submitted", "translation-in-review", "translation-decision-undone"],
            TranslationState.Approved => ["translation-approved"],
            TranslationState.Returned => ["translation-returned"],
            TranslationState.Dropped => ["variant-dropped"],
            _ => ["translation-drafted"],
        };
        return await store.Editorial
            .StartingWithAsync(
                Keys.Editorial,
                Keys.HistoryAt(translation.Id.Item.Value, translation.ChangedAt),
                StorageJson.Default.HistoryEntry,
                cancellationToken)
            .Select(row => row.Value)
            .FirstOrDefaultAsync(
                entry => entry.Revision == translation.Id.Revision
                    && entry.Language == translation.Id.Language.Value
                    && entry.Commune == translation.Commune?.Value
                    && what.Contains(entry.What, StringComparer.Ordinal),
                cancellationToken);
    }
}
