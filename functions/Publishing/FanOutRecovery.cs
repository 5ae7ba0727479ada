using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>
/// The language versions that are being turned into deliveries, each with the step that is under way. A message is tried a few times only,
/// and a program that is killed over and over uses these up: what has not gone on for a while is sent again.
/// </summary>
internal sealed class FanOutRecovery(Store store, TimeProvider time)
{
    /// <summary>Far longer than a step and its tries take.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    /// <summary>The most that one invocation sends again; the next tick takes the rest.</summary>
    private const int AtMost = 100;

    /// <summary>
    /// Takes over what is due: the first step is written in the transaction that takes it out of the outbox, and a message follows. A crash
    /// between them costs the time until it is sent again.
    /// </summary>
    public OutboxOutcome Begin(FanOutStep step) => OutboxOutcome.Done with
    {
        With = Put(new Transaction(Keys.Editorial), step),
        Then = cancellationToken => store.FanOuts.SendAsync(step, cancellationToken),
    };

    /// <summary>The next step. One transaction and a message.</summary>
    public async Task GoOnAsync(FanOutStep step, CancellationToken cancellationToken)
    {
        await Put(new Transaction(Keys.Editorial), step).CommitAsync(store.Editorial, cancellationToken);
        await store.FanOuts.SendAsync(step, cancellationToken);
    }

    /// <summary>The version needs no further step. A step that comes again finds nothing, which is as good.</summary>
    public async Task EndAsync(FanOutStep step, CancellationToken cancellationToken) =>
        await new Transaction(Keys.Editorial).Delete(Keys.FanOut(step.Text.ToString())).CommitAsync(store.Editorial, cancellationToken);

    /// <summary>Sends again what has not gone on. One transaction where nothing hangs.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var open = store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.FanOutPrefix, PublishingJson.Default.UnfinishedFanOut, cancellationToken)
            .Where(row => row.Value.SentAt + Overdue < time.GetUtcNow())
            .Take(AtMost);
        await foreach (var row in open)
        {
            await GoOnAsync(row.Value.Step, cancellationToken);
        }
    }

    private Transaction Put(Transaction transaction, FanOutStep step) =>
        transaction.Put(
            Keys.FanOut(step.Text.ToString()), new UnfinishedFanOut(step, time.GetUtcNow()), PublishingJson.Default.UnfinishedFanOut);
}
