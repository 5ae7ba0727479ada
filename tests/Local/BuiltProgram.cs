using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

using Dissemination.Local;

namespace Dissemination.Tests.Local;

/// <summary>The built program as a process of its own.</summary>
internal sealed partial class BuiltProgram : IAsyncDisposable
{
    private static int _lastPort = 20_000 + (Environment.ProcessId % 100 * 100);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Task _reading;

    private BuiltProgram(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    /// <summary>The built worker, beside the tests' own output, in the same configuration.</summary>
    public static string Folder => LocalSettings.BuiltWorker;

    /// <summary>The built host for one machine.</summary>
    public static string Executable { get; } = ExecutableOf("Dissemination.Local");

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The process that serves the functions now, where the host has said so.</summary>
    public Process Worker =>
        Process.GetProcessById(int.Parse(WorkerId().Matches(Output)[^1].Groups["id"].Value, CultureInfo.InvariantCulture));

    public string Output => string.Join('\n', _lines);

    /// <summary>What a project of the repository was built to, in the same configuration.</summary>
    public static string ExecutableOf(string project) => Path.GetFullPath(Path.Combine(
        LocalSettings.BuiltWorker,
        "..",
        "..",
        project,
        Path.GetFileName(LocalSettings.BuiltWorker),
        OperatingSystem.IsWindows() ? $"{project}.exe" : project));

    /// <summary>Starts it on free ports and without the sample, with data in the given folder.</summary>
    public static BuiltProgram StartOneMachine(
        OwnFolder folder, IReadOnlyDictionary<string, string?>? environment = null, params string[] arguments) =>
        Start(
            Executable,
            [
                "--Local:Port=0", "--Local:BlobPort=0", "--Local:QueuePort=0", "--Local:TablePort=0", "--Local:Sample=false",
                $"--Local:DataFolder={folder.Path}", $"--Local:ContentFolder={folder["content"]}", .. arguments,
            ],
            environment);

    public static BuiltProgram Start(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? workingFolder = null)
    {
        ProcessStartInfo start = new(file)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = workingFolder ?? "",
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // A test may empty the PATH, by which the executable would find its runtime.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <returns>The address that it says to open.</returns>
    public async Task<Uri> WaitUntilOpenAsync()
    {
        await Eventually.IsTrueAsync(
            () => Output.Contains("Open http", StringComparison.Ordinal) || _process.HasExited, "the program is open");
        Assert.False(_process.HasExited, Output);
        var line = _lines.First(line => line.StartsWith("Open http", StringComparison.Ordinal));
        return new(line.Split(' ')[1]);
    }

    /// <summary>Waits until as many workers run again as have died.</summary>
    public Task WaitUntilWorkerRunsAgainAsync() => Eventually.IsTrueAsync(
        () => Output.Split("The worker died").Length <= Output.Split("The worker runs again").Length
            && Output.Contains("The worker died", StringComparison.Ordinal),
        "the worker runs again");

    /// <param name="longest">When to give up; five minutes where nothing is said.</param>
    public async Task<int> WaitUntilEndAsync(TimeSpan? longest = null)
    {
        await Eventually.IsTrueAsync(() => _process.HasExited, "the program has ended", longest);
        await _reading;
        return _process.ExitCode;
    }

    /// <summary>What no program can hear.</summary>
    public void Kill() => _process.Kill(entireProcessTree: false);

    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public static bool Answers(int port)
    {
        try
        {
            using TcpClient client = new("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>
    /// A port that nobody listens on, handed out once, and below those that the system gives to whoever asks for any: nobody else takes it
    /// before it is used.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            try
            {
                using TcpListener listener = new(System.Net.IPAddress.Loopback, Interlocked.Increment(ref _lastPort));
                listener.Start();
                return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Somebody else's.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            _lines.Enqueue(line);
        }
    }

    [GeneratedRegex(@"\(process (?<id>\d+)\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WorkerId();
}
