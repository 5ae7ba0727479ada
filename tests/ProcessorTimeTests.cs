using System.Security.Cryptography;

namespace Dissemination.Tests;

public sealed class ProcessorTimeTests
{
    private static readonly byte[] Bytes = new byte[16 * 1024 * 1024];

    [Fact]
    public void Waiting_for_what_another_computes_costs_nothing()
    {
        var computed = TimeSpan.Zero;
        Thread other = new(() => computed = ProcessorTime.Of(Compute));

        var waited = ProcessorTime.Of(() =>
        {
            other.Start();
            other.Join();
        });

        Assert.InRange(waited, TimeSpan.Zero, computed / 2);
    }

    [Fact]
    public async Task What_goes_on_on_other_threads_is_counted_and_what_others_do_meanwhile_is_not()
    {
        const int Steps = 4;
        const int OfOthers = 80;
        var once = ProcessorTime.Of(Compute);
        Thread others = new(() => Repeat(OfOthers));
        others.Start();

        var cost = await ProcessorTime.OfAsync(async () =>
        {
            for (var step = 0; step < Steps; step++)
            {
                await Task.Yield();
                Compute();
            }
        });

        others.Join();
        Assert.InRange(cost, once, once * (OfOthers / 2));
    }

    private static void Repeat(int times)
    {
        for (var time = 0; time < times; time++)
        {
            Compute();
        }
    }

    private static void Compute() => SHA256.HashData(Bytes);
}
