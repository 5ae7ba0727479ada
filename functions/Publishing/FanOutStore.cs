using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>
/// The language versions that are being turned into deliveries, each with its next step, until it needs none: whoever looks here finds what
/// is to be done, and what a crash cut off.
/// </summary>
internal sealed class FanOutStore(Store store, TimeProvider time)
{
    /// <summary>The most that one invocation takes; the next tick takes the rest.</summary>
    private const int AtMost = 500;

    /// <summary>How long it is until a step that failed is tried again, at the first failure.</summary>
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);

    /// <summary>Takes over what is due: the first step is written in the transaction that takes it out of the outbox.</summary>
    public OutboxOutcome Begin(FanOutStep step) => OutboxOutcome.Done with { With = Put(new(step, time.GetUtcNow())) };

    /// <summary>What is to be done now. One transaction.</summary>
    public ValueTask<List<UnfinishedFanOut>> DueAsync(CancellationToken cancellationToken) =>
        store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.FanOutPrefix, PublishingJson.Default.UnfinishedFanOut, cancellationToken)
            .Select(row => row.Value)
            .Where(unfinished => unfinished.DueAt <= time.GetUtcNow())
            .Take(AtMost)
            .ToListAsync(cancellationToken);

    /// <summary>The language versions of a revision that are being turned into deliveries. One transaction.</summary>
    public IAsyncEnumerable<VersionId> OfAsync(ItemId item, int revision, CancellationToken cancellationToken) =>
        store.Editorial
            .StartingWithAsync(
                Keys.Editorial,
                Keys.FanOut(Keys.VersionsOf(item.Value, revision)),
                PublishingJson.Default.UnfinishedFanOut,
                cancellationToken)
            .Select(row => row.Value.Step.Version);

    /// <summary>The next step. One transaction.</summary>
    public Task GoOnAsync(FanOutStep step, CancellationToken cancellationToken) =>
        Put(new(step, time.GetUtcNow())).CommitAsync(store.Editorial, cancellationToken);

    /// <summary>A step failed: it is tried again, each time later, at most an hour. One transaction.</summary>
    public Task PutOffAsync(UnfinishedFanOut failed, CancellationToken cancellationToken) =>
        Put(failed with
        {
            DueAt = time.GetUtcNow() + (FirstDelay * Math.Min(60, Math.Pow(2, failed.Tries))),
            Tries = failed.Tries + 1,
        }).CommitAsync(store.Editorial, cancellationToken);

    /// <summary>The version needs no further step. One transaction; a step that comes again writes the same in two.</summary>
    /// <param name="with">Makes what is written together with that.</param>
    public async Task EndAsync(FanOutStep step, Func<Transaction> with, CancellationToken cancellationToken)
    {
        if (!await with().Delete(Keys.FanOut(step.Text.ToString())).CommitAsync(store.Editorial, cancellationToken))
        {
            // Somebody else ended it meanwhile.
            await with().CommitAsync(store.Editorial, cancellationToken);
        }
    }

    private static Transaction Put(UnfinishedFanOut unfinished) =>
        new Transaction(Keys.Editorial).Put(
            Keys.FanOut(unfinished.Step.Text.ToString()), unfinished, PublishingJson.Default.UnfinishedFanOut);
}
