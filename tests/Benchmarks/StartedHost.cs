using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dissemination.Benchmarks;

/// <summary>A host as a process of its own, what it says, and the worker that it starts.</summary>
internal sealed partial class StartedHost : IDisposable
{
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<int> _workerId = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    public static StartedHost Of(ProcessStartInfo start) => new(Process.Start(start)!);

    public async Task<Process> WorkerAsync()
    {
        await Task.WhenAny(_workerId.Task, Ended);
        return _workerId.Task.IsCompleted ? Process.GetProcessById(await _workerId.Task) : throw Failed();
    }

    /// <summary>Asks it to end in order.</summary>
    /// <returns>What it said behind <paramref name="prefix"/> at its end.</returns>
    public async Task<string> StopAsync(string prefix)
    {
        if (!Process.HasExited)
        {
            using var terminate = Process.Start("kill", ["-TERM", Process.Id.ToString(CultureInfo.InvariantCulture)]);
            await terminate.WaitForExitAsync();
        }

        await Ended;
        lock (_lines)
        {
            return _lines.Find(line => line.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..] ?? throw Failed();
        }
    }

    public void Dispose() => Process.Dispose();

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
    }

    [GeneratedRegex(@"\(process (?<id>\d+)\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WorkerId();
}
