using System.Diagnostics;
using System.Globalization;
using Dissemination.Local.Azurite;

namespace Dissemination.Local.Worker;

/// <summary>The worker's process. What it writes to its console is passed on.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>Larger than any message that is sent: blobs go by name.</summary>
    private const int LargestMessage = 134_217_728;

    /// <summary>
    /// The SDK's worker lives on when its host is killed. So a shell leaves a watcher behind and then becomes the worker: the watcher
    /// reads from the host, hears nothing ever, and when even that ends it ends the worker.
    /// </summary>
    private const string EndWithHost =
        """exec 3<&0; worker=$$; (cat <&3; kill -9 $worker) >/dev/null 2>&1 & exec 3<&-; exec "$@" </dev/null""";

    private readonly Process _process;
    private readonly LastLines _lines = new(30);

    private WorkerProcess(Process process)
    {
        _process = process;
        Ended = WatchAsync();
    }

    /// <summary>Completes with the process's last lines when it has ended.</summary>
    public Task<string[]> Ended { get; }

    public int Id => _process.Id;

    public static WorkerProcess Start(WorkerFolder folder, Uri host, string workerId, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        string[] shell = OperatingSystem.IsWindows() ? [] : ["sh", "-c", EndWithHost, "worker"];
        string[] command =
        [
            .. shell, folder.Executable, folder.Assembly,
            "--functions-uri", host.AbsoluteUri,
            "--functions-worker-id", workerId,
            "--functions-request-id", workerId,
            "--functions-grpc-max-message-length", LargestMessage.ToString(CultureInfo.InvariantCulture),
        ];
        ProcessStartInfo start = new(command[0], command[1..])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = folder.Path; // where the worker looks for its assembly
        return new(Process.Start(start)!);
    }

    public void Kill()
    {
        if (!Ended.IsCompleted && !_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Ended;
        _process.Dispose(); // again is no harm
    }

    private async Task<string[]> WatchAsync()
    {
        await Task.WhenAll(PassOnAsync(_process.StandardOutput), PassOnAsync(_process.StandardError));
        await _process.WaitForExitAsync();
        return _lines.ToArray();
    }

    private async Task PassOnAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            _lines.Add(line);
            await Console.Error.WriteLineAsync(line);
        }
    }
}
