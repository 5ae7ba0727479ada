using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Memory;

/// <summary>
/// Woken by the timer: tells the memory which translations were approved and which no longer are. A crash between leaves the row, and
/// telling twice changes nothing.
/// </summary>
internal sealed class MemoryUpdater(
    Outbox outbox, MemoryStore memory, TranslationService translations, ItemReader items)
{
    /// <summary>The most that one invocation tells; the next tick takes the rest.</summary>
    private const int AtMost = 500;

    /// <summary>One transaction where nothing is new, and about five for each version that is.</summary>
    public Task UpdateAsync(CancellationToken cancellationToken) =>
        outbox.DispatchAsync(OutboxTopics.Remember, AtMost, UpdateAsync, cancellationToken);

    private async Task<OutboxOutcome> UpdateAsync(VersionDue due, CancellationToken cancellationToken)
    {
        var version = due.Version;
        var translation = await translations.FindAsync(version, cancellationToken);
        if (translation is { Value: { State: TranslationState.Approved or TranslationState.Outdated, ReviewedBy: { } reviewer } approved }
            && await items.RevisionAsync(version.Item, version.Revision, cancellationToken) is { } revision)
        {
            // What a newer revision replaced was right in its time, and its segments still are.
            var pairs = MemoryPair.Of(SegmentedText.Of(revision.Content.Text), approved.Segments);
            await memory.RememberAsync(version, pairs, reviewer, approved.ChangedAt, cancellationToken);
        }
        else
        {
            await memory.ForgetAsync(version, cancellationToken);
        }

        return OutboxOutcome.Done;
    }
}
