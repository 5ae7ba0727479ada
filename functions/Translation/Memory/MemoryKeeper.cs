using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Memory;

/// <summary>Woken by the timer: tells the memory which translations were approved and which no longer are. A crash between leaves the row, and telling twice changes nothing.</summary>
internal sealed class MemoryKeeper(Store store, MemoryCatalog memory)
{
    /// <summary>The most that one invocation tells; the next tick takes the rest.</summary>
    private const int AtMost = 100;

    /// <summary>One transaction where nothing is new, and about five for each version that is.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        var due = store.Editorial.StartingWithAsync(Keys.Editorial, Keys.MemoryDuePrefix, ContentJson.Default.Due, cancellation).Take(AtMost);
        await foreach (var row in due)
        {
            await KeepAsync(row.Value.Version, cancellation);
            await new Transaction(Keys.Editorial).Delete(row).CommitAsync(store.Editorial, cancellation);
        }
    }

    private async Task KeepAsync(VersionId version, CancellationToken cancellation)
    {
        var key = Keys.Translation(version.Item.Value, version.Revision, version.Language.Value);
        var translation = await store.Editorial.FindAsync(Keys.Editorial, key, TranslationJson.Default.TranslatedVersion, cancellation);
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(version.Item.Value, version.Revision), ContentJson.Default.Revision, cancellation);
        if (translation is { Value: { State: TranslationState.Approved or TranslationState.Outdated, ReviewedBy: { } reviewer } approved } && revision is not null)
        {
            // What a newer revision replaced was right in its time, and its segments still are.
            await memory.RememberAsync(version, MemoryPair.Of(SegmentedText.Of(revision.Value.Content.Text), approved.Segments), reviewer, approved.ChangedAt, cancellation);
        }
        else
        {
            await memory.ForgetAsync(version, cancellation);
        }
    }
}
