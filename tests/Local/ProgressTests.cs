using System.Diagnostics.Metrics;

using Dissemination.Local;

using Microsoft.Extensions.Time.Testing;

using Xunit;

namespace Dissemination.Tests.Local;

public class ProgressTests
{
    [Fact]
    public async Task A_line_is_printed_each_second_when_something_changed_and_at_the_end()
    {
        using StringWriter output = new();
        using Meter meter = new(Progress.Meter);
        using Meter other = new("Other");
        using Progress progress = new(new(output, output));
        var published = meter.CreateCounter<long>("test.published", description: "đã đăng");
        other.CreateCounter<long>("other").Add(1);
        FakeTimeProvider time = new();
        using CancellationTokenSource stop = new();
        var running = progress.RunAsync(time, stop.Token);

        published.Add(1000);
        published.Add(240);
        time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsTrueAsync(() => output.ToString().Contains("đã đăng 1.240", StringComparison.Ordinal), "it was printed");
        time.Advance(TimeSpan.FromSeconds(5));
        published.Add(1);
        await stop.CancelAsync();
        await running;

        Assert.Equal(1, output.ToString().Split("đã đăng 1.240").Length - 1);
        Assert.EndsWith("đã đăng 1.241" + Environment.NewLine, output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("other", output.ToString(), StringComparison.Ordinal);
    }
}
