using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Dissemination.Local.Host;

/// <summary>Works off one queue as the host does: tries, waits, and poison in the end.</summary>
internal sealed class QueuePump(QueueClient queue, PoisonQueue? poison, QueuePace pace, DoMessage work, TimeProvider time, ILogger<QueuePump> log)
{
    /// <summary>
    /// The host hides a running message for 10 minutes; here it is a quarter of a minute, as long as a lane's lease, renewed as long as it runs: after a kill the
    /// next start on the same machine goes on within that time, instead of leaving a person to wait for ten minutes.
    /// </summary>
    public static readonly TimeSpan Invisible = TimeSpan.FromSeconds(15);

    private const int MostAtOnce = 32;
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs until <paramref name="stop"/>, then waits for what is running; <paramref name="abort"/> breaks that off.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        List<Task> running = [];
        var pause = s_shortestPause;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                running.RemoveAll(task => task.IsCompleted);
                if (running.Count > pace.MoreBelow)
                {
                    await Task.WhenAny(running).WaitAsync(stop);
                    continue;
                }

                QueueMessage[] batch = await queue.ReceiveMessagesAsync(Math.Min(pace.AtOnce, MostAtOnce), Invisible, stop);
                running.AddRange(batch.Select(message => ProcessAsync(message, abort)));
                if (batch.Length > 0)
                {
                    pause = s_shortestPause;
                    continue;
                }

                await Task.Delay(pause, time, stop);
                pause = pause * 2 < pace.LongestPause ? pause * 2 : pace.LongestPause;
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                log.StorageFailed(queue.Name, failure);
                await Task.Delay(pace.LongestPause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(running);
    }

    private async Task ProcessAsync(QueueMessage message, CancellationToken abort)
    {
        try
        {
            if (message.DequeueCount > pace.MaxTries)
            {
                // Earlier tries ended with the program: nobody was left to move the message.
                await PoisonAsync(message, message.PopReceipt, abort);
                return;
            }

            if (Decode(message.MessageText) is not { } text)
            {
                await PoisonAsync(message, message.PopReceipt, abort);
                return;
            }

            var (done, receipt) = await new HeldMessage(queue, message, time, log).DoAsync(work, text, abort);
            await (done ? queue.DeleteMessageAsync(message.MessageId, receipt, abort) : RetryAsync(message, receipt, abort));
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            log.StorageFailed(queue.Name, failure); // the message shows again by itself
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
        }
    }

    private Task RetryAsync(QueueMessage message, string receipt, CancellationToken abort)
    {
        if (poison is null)
        {
            // A poison queue has none of its own: the message stays hidden for its time and is then tried again.
            return Task.CompletedTask;
        }

        return message.DequeueCount >= pace.MaxTries
            ? PoisonAsync(message, receipt, abort)
            : queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: pace.RetryAfter, cancellationToken: abort);
    }

    private async Task PoisonAsync(QueueMessage message, string receipt, CancellationToken abort)
    {
        if (poison is null)
        {
            return;
        }

        await poison.SendAsync(message, abort);
        await queue.DeleteMessageAsync(message.MessageId, receipt, abort);
        log.Poisoned(queue.Name, poison.Name, message.DequeueCount);
    }

    private static string? Decode(string message)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(message));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
