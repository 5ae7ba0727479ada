using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dissemination.Tests.Runs;

/// <summary>A measured program as a process of its own, what it says, and the worker that it starts.</summary>
internal sealed partial class StartedHost : IDisposable
{
    /// <summary>The worker tells its counts once a second: after so long all of what was is in them.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan Tail = TimeSpan.FromSeconds(5);

    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<int> _workerId = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> _site = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<Measurement> _measured = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StartedHost(Process process)
    {
        Process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Ended = process.WaitForExitAsync();
    }

    public Process Process { get; }

    public Task Ended { get; }

    /// <param name="benchmarks">The built benchmarks, which know how a program is measured.</param>
    /// <param name="settings">The settings of the program, as arguments.</param>
    public static StartedHost Start(string benchmarks, IEnumerable<string> settings)
    {
        ProcessStartInfo start = new(benchmarks)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in settings.Prepend("program"))
        {
            start.ArgumentList.Add(argument);
        }

        return new(Process.Start(start)!);
    }

    public async Task<Process> WorkerAsync() => Process.GetProcessById(await OrEndAsync(_workerId.Task));

    /// <summary>The address of its pages, once they are served.</summary>
    public Task<Uri> SiteAsync() => OrEndAsync(_site.Task);

    /// <summary>Waits for something, or fails where the program ends first.</summary>
    public async Task<T> OrEndAsync<T>(Task<T> something)
    {
        await Task.WhenAny(something, Ended);
        return something.IsCompleted ? await something : throw Failed();
    }

    /// <summary>What it counted until now.</summary>
    public async Task<Measurement> MeasureAsync()
    {
        await Task.WhenAny(Task.Delay(Told), Ended);
        _measured = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Process.StandardInput.WriteLineAsync();
        return await OrEndAsync(_measured.Task);
    }

    /// <summary>
    /// Waits until it says that so much is delivered and nothing else goes on, or says nothing new any more: what comes after the last
    /// post costs too.
    /// </summary>
    public async Task<Measurement> UntilDeliveredAsync(int deliveries)
    {
        var last = await MeasureAsync();
        while (true)
        {
            await Task.WhenAny(Task.Delay(Tail), Ended);
            var now = await MeasureAsync();
            if (now.Counters.GetValueOrDefault("deliveries.delivered") >= deliveries || now.Counters.SequenceEqual(last.Counters))
            {
                return now;
            }

            last = now;
        }
    }

    /// <summary>Asks it to end in order.</summary>
    /// <returns>What it counted until its end.</returns>
    public async Task<Measurement> StopAsync()
    {
        if (!Process.HasExited)
        {
            using var terminate = Process.Start("kill", ["-TERM", Process.Id.ToString(CultureInfo.InvariantCulture)]);
            await terminate.WaitForExitAsync();
        }

        await Ended;
        lock (_lines)
        {
            return _lines.FindLast(line => line.StartsWith(Measurement.Prefix, StringComparison.Ordinal)) is { } line
                ? Measurement.Parse(line[Measurement.Prefix.Length..])
                : throw Failed();
        }
    }

    /// <summary>Ends it at once where it still runs: something went wrong, and nothing is left behind.</summary>
    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
        }

        Process.Dispose();
    }

    private InvalidOperationException Failed()
    {
        lock (_lines)
        {
            return new($"The program did not end as it should:\n{string.Join('\n', _lines)}");
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);
        }

        if (WorkerId().Match(line) is { Success: true } found)
        {
            _workerId.TrySetResult(int.Parse(found.Groups["id"].Value, CultureInfo.InvariantCulture));
        }
        else if (line.StartsWith("Open http", StringComparison.Ordinal))
        {
            _site.TrySetResult(new(line.Split(' ')[1]));
        }
        else if (line.StartsWith(Measurement.Prefix, StringComparison.Ordinal))
        {
            _measured.TrySetResult(Measurement.Parse(line[Measurement.Prefix.Length..]));
        }
    }

    [GeneratedRegex(@"\(process (?<id>\d+)\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WorkerId();
}
