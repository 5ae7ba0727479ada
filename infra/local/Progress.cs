using System.Globalization;
using Dissemination.Local.Metrics;

namespace Dissemination.Local;

/// <summary>Prints the program's own counters, at most once a second and only when one changed.</summary>
internal sealed class Progress(Counts counts, LocalConsole console)
{
    /// <summary>The meter that the rooms count with.</summary>
    public const string Meter = "Dissemination";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private string _last = "";

    /// <summary>Prints until cancelled, and what changed last.</summary>
    public async Task RunAsync(TimeProvider time, CancellationToken stop)
    {
        using PeriodicTimer second = new(TimeSpan.FromSeconds(1), time);
        try
        {
            while (await second.WaitForNextTickAsync(stop))
            {
                Print();
            }
        }
        catch (OperationCanceledException)
        {
            Print();
        }
    }

    /// <summary>What has changed as one line, or null when nothing has since the last call.</summary>
    public string? Take()
    {
        var line = string.Join(
            " · ",
            counts.Of(Meter).Where(count => count.Total != 0)
                .Select(count => string.Create(Vietnamese, $"{count.Counter.Description} {count.Total:N0}")));
        if (line == _last)
        {
            return null;
        }

        _last = line;
        return line;
    }

    private void Print()
    {
        if (Take() is { } line)
        {
            console.Say(line);
        }
    }
}
