using Dissemination.Storage;

namespace Dissemination.Translation.Recordings;

/// <summary>The writes that every change of a recording consists of.</summary>
internal static class RecordingTransaction
{
    /// <summary>Stores a recording and keeps the list of those in step that somebody has to listen to.</summary>
    public static Transaction Store(this Transaction transaction, Row<Recording>? read, Recording changed, SpokenVersion version)
    {
        transaction.Save(read, RecordingReader.KeyOf(changed.Text), changed, RecordingJson.Default.Recording);
        var listed = Keys.ToListen(changed.Text.Language.Value, changed.Text.ToString());
        return changed.State is RecordingState.InReview
            ? transaction.Put(
                listed,
                new RecordingEntry(
                    changed.Text,
                    version.Item.Value.Headline,
                    [.. version.Communes],
                    changed.Readers,
                    changed.ChangedAt,
                    (int)changed.Length.TotalMilliseconds),
                RecordingJson.Default.RecordingEntry)
            : read?.Value.State is RecordingState.InReview ? transaction.Delete(listed)
            : transaction;
    }
}
