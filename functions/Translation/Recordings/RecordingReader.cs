using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation.Recordings;

/// <summary>Reads what was recorded of texts.</summary>
internal sealed class RecordingReader(Store store)
{
    /// <summary>One transaction.</summary>
    public Task<Row<Recording>?> FindAsync(TextId text, CancellationToken cancellationToken) =>
        store.Editorial.FindAsync(Keys.Editorial, KeyOf(text), RecordingJson.Default.Recording, cancellationToken);

    /// <summary>
    /// What was recorded of a version: of the common text, and of the communes' own variants. One transaction.
    /// </summary>
    public ValueTask<List<Recording>> OfAsync(VersionId version, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(
            Keys.Editorial, KeyOf(version), RecordingJson.Default.Recording, cancellationToken)
            .Select(row => row.Value)
            .Where(recording => recording.Text.Version == version)
            .ToListAsync(cancellationToken);

    /// <summary>The newest approved voice of an earlier revision of a text. One transaction.</summary>
    public async Task<ApprovedVoice?> EarlierAsync(TextId text, CancellationToken cancellationToken) =>
        text.Revision == 1 ? null : (await store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.RecordingsOf(text.Item.Value), RecordingJson.Default.Recording, cancellationToken)
            .Select(row => row.Value)
            .Where(recording => recording.Text.Language == text.Language && recording.Text.Commune == text.Commune
                && recording.Text.Revision < text.Revision && recording.Voice is not null)
            .LastOrDefaultAsync(cancellationToken))?.Voice;

    /// <summary>A page of what waits in a language for somebody who listens. One transaction.</summary>
    public Task<Page<RecordingEntry>> WaitingAsync(LanguageTag language, string? continuation, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, Keys.ToListenIn(language.Value)),
            continuation,
            size: 100,
            RecordingJson.Default.RecordingEntry,
            cancellationToken);

    /// <summary>All that wait in any language. One transaction for each thousand.</summary>
    public IAsyncEnumerable<RecordingEntry> WaitingAsync(CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.ToListenPrefix, RecordingJson.Default.RecordingEntry, cancellationToken)
            .Select(row => row.Value);

    /// <summary>The row of a text's recording.</summary>
    public static string KeyOf(TextId text) =>
        Keys.Recording(text.Item.Value, text.Revision, text.Language.Value, text.Commune?.Value);
}
