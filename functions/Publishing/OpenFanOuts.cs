using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>
/// The language versions that are being turned into deliveries, each with the step that is under way. A message is tried a few times only, and a
/// program that is killed over and over uses these up: what has not gone on for a while is sent again.
/// </summary>
internal sealed class OpenFanOuts(Store store, TimeProvider time)
{
    /// <summary>Far longer than a step and its tries take.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    /// <summary>The most that one invocation sends again; the next tick takes the rest.</summary>
    private const int AtMost = 100;

    /// <summary>Takes over what is due. One transaction and a message; a crash between them costs the time until it is sent again.</summary>
    public async Task BeginAsync(Row<Due> due, FanOutStep step, CancellationToken cancellation)
    {
        if (await Put(new Transaction(Keys.Editorial).Delete(due), step).CommitAsync(store.Editorial, cancellation))
        {
            await store.FanOuts.SendAsync(step, cancellation);
        }
    }

    /// <summary>The next step. One transaction and a message.</summary>
    public async Task GoOnAsync(FanOutStep step, CancellationToken cancellation)
    {
        await Put(new Transaction(Keys.Editorial), step).CommitAsync(store.Editorial, cancellation);
        await store.FanOuts.SendAsync(step, cancellation);
    }

    /// <summary>The version needs no further step. A step that comes again finds nothing, which is as good.</summary>
    public async Task EndAsync(FanOutStep step, CancellationToken cancellation) =>
        await new Transaction(Keys.Editorial).Delete(Keys.FanOut(step.Text.ToString())).CommitAsync(store.Editorial, cancellation);

    /// <summary>Sends again what has not gone on. One transaction where nothing hangs.</summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        var open = store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.FanOutPrefix, PublishingJson.Default.OpenFanOut, cancellation)
            .Where(row => row.Value.SentAt + Overdue < time.GetUtcNow())
            .Take(AtMost);
        await foreach (var row in open)
        {
            await GoOnAsync(row.Value.Step, cancellation);
        }
    }

    private Transaction Put(Transaction transaction, FanOutStep step) =>
        transaction.Put(Keys.FanOut(step.Text.ToString()), new OpenFanOut(step, time.GetUtcNow()), PublishingJson.Default.OpenFanOut);
}

/// <summary>The step of a fan-out that is under way.</summary>
internal sealed record OpenFanOut(FanOutStep Step, DateTimeOffset SentAt);
