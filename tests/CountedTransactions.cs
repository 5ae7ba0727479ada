using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Dissemination.Tests;

/// <summary>
/// The storage transactions that some work makes, and what it starts: what other tests do meanwhile, over the same counter, is none of it.
/// </summary>
internal static class CountedTransactions
{
    private static readonly AsyncLocal<StrongBox<int>?> Work = new();

    public static async Task<(T Result, int Transactions)> OfAsync<T>(Func<Task<T>> work)
    {
        var count = new StrongBox<int>();
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>((_, number, _, _) =>
        {
            if (Work.Value == count)
            {
                Interlocked.Add(ref count.Value, (int)number);
            }
        });
        listener.EnableMeasurementEvents(Metrics.StorageTransactions);
        listener.Start();
        Work.Value = count;
        return (await work(), count.Value);
    }

    public static async Task<int> OfAsync(Func<Task> work)
    {
        var (_, transactions) = await OfAsync(async () =>
        {
            await work();
            return true;
        });
        return transactions;
    }
}
