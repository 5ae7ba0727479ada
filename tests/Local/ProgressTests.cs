using Dissemination.Local;
using Dissemination.Local.Metrics;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Local;

public sealed class ProgressTests
{
    private static readonly Counter Posted = new(Progress.Meter, "posted", "đã đăng", Purpose.None);
    private static readonly Counter Other = new("Other", "other", "other", Purpose.None);

    [Fact]
    public async Task A_line_is_printed_each_second_when_something_changed_and_at_the_end()
    {
        using StringWriter output = new();
        Counts counts = new();
        FakeTimeProvider time = new();
        using CancellationTokenSource stop = new();
        counts.Report(Other, since: 1, 1);
        var running = new Progress(counts, new(output, output)).RunAsync(time, stop.Token);

        counts.Report(Posted, since: 1, 1240);
        time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsTrueAsync(() => output.ToString().Contains("đã đăng 1.240", StringComparison.Ordinal), "it was printed");
        time.Advance(TimeSpan.FromSeconds(5));
        counts.Report(Posted, since: 1, 1241);
        await stop.CancelAsync();
        await running;

        Assert.Equal(1, output.ToString().Split("đã đăng 1.240").Length - 1);
        Assert.EndsWith("đã đăng 1.241" + Environment.NewLine, output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("other", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_worker_counted_before_it_died_stays_counted()
    {
        Counts counts = new();
        counts.Report(Posted, since: 1, 10);
        counts.Report(Posted, since: 2, 3);
        counts.Report(Posted, since: 2, 4);

        Assert.Equal(14, Assert.Single(counts.Of(Progress.Meter)).Total);
    }
}
