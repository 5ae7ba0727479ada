using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;

namespace Dissemination.Benchmarks.Mission;

/// <summary>
/// Two plain programs to hold ours against, on a fresh Azurite and the same simulated Telegram. They know no approval, no pace, no lane and
/// no people; what they record is all that they do besides posting.
/// </summary>
internal static class Peers
{
    private const int AtOnceInBatch = 50;

    private const int Workers = 16;

    private const int Chats = 200;

    /// <summary>Before a queue is asked again that had nothing.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>As little as one can record and still have an intent before each post and an outcome after it: batches of 100.</summary>
    public static Task<PeerResult> FloorAsync(int deliveries) => RunAsync("floor", deliveries, async (world, numbers) =>
    {
        var transactions = 0L;
        foreach (var batch in numbers.Chunk(100))
        {
            await WriteAsync(batch, "sending");
            await Parallel.ForEachAsync(
                batch,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnceInBatch },
                async (number, _) => await world.PostAsync(number));
            await WriteAsync(batch, "delivered");
        }

        return transactions;

        async Task WriteAsync(int[] batch, string state)
        {
            var partition = $"batch-{batch[0] / Chats}";
            await world.Table.SubmitTransactionAsync(batch.Select(number =>
                new TableTransactionAction(TableTransactionActionType.UpsertMerge, PeerWorld.Row(partition, number, state))));
            transactions++;
        }
    });

    /// <summary>The usual way: a message for each delivery, a row before its post and the same row after it.</summary>
    public static Task<PeerResult> OneAsync(int deliveries) => RunAsync("one message, two writes", deliveries, async (world, numbers) =>
    {
        var transactions = 0L;
        var filling = Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (number, _) =>
        {
            await world.Queue.SendMessageAsync(number.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
            Interlocked.Increment(ref transactions);
        });
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync()).Append(filling));
        return transactions;

        async Task WorkAsync()
        {
            while (true)
            {
                var isFilled = filling.IsCompleted;
                var messages = (await world.Queue.ReceiveMessagesAsync(maxMessages: Workers)).Value;
                Interlocked.Increment(ref transactions);
                if (messages.Length == 0)
                {
                    if (isFilled)
                    {
                        return;
                    }

                    await Task.Delay(Pause);
                }

                foreach (var message in messages)
                {
                    var number = int.Parse(message.MessageText, CultureInfo.InvariantCulture);
                    var partition = $"lane-{number / Chats}";
                    await world.Table.UpsertEntityAsync(PeerWorld.Row(partition, number, "sending"));
                    await world.PostAsync(number);
                    await world.Table.UpsertEntityAsync(PeerWorld.Row(partition, number, "delivered"));
                    await world.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                    Interlocked.Add(ref transactions, 3);
                }
            }
        }
    });

    private static async Task<PeerResult> RunAsync(string name, int deliveries, Func<PeerWorld, IEnumerable<int>, Task<long>> run)
    {
        await using var storage = await BenchmarkStorage.StartAsync("peer");
        using var channels = await StartedChannels.StartAsync();
        using var world = await PeerWorld.CreateAsync(storage, channels);
        var from = Stopwatch.GetTimestamp();
        var transactions = await run(world, Enumerable.Range(0, deliveries));
        return new(name, deliveries, Stopwatch.GetElapsedTime(from).TotalSeconds, transactions);
    }
}
