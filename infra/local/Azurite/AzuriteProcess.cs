using System.Diagnostics;
using System.Globalization;

namespace Dissemination.Local.Azurite;

/// <summary>Azurite as a child of this process: it ends with its parent, even when that is killed.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    // A killed parent tells nobody, but its end of the pipe closes; Azurite then saves its data as on SIGTERM. Its output is
    // closed by then, too, and an unheard error on it would end Node before the data is saved. Ctrl+C reaches every process
    // of the console at once: Azurite does not hear it, for what still runs here has to be written down first.
    private const string EndWithParent = """
        const end = () => { process.emit('SIGTERM'); setTimeout(() => process.exit(0), 10000).unref(); };
        process.stdout.on('error', () => {}); process.stderr.on('error', () => {});
        process.stdin.on('end', end).on('error', () => {}).resume();
        const once = process.once.bind(process);
        process.once = (name, listener) => name === 'SIGINT' ? process : once(name, listener);
        process.on('SIGINT', () => {});
        require(process.argv[1]);
        """;

    // LokiJS, in which Azurite keeps its rows, writes all of them anew every five seconds in which one changed.
    private const string SaveAtEnd =
        "require(require.resolve('lokijs', { paths: [process.argv[1]] })).prototype.autosaveEnable = () => {};";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly LastLines _lines = new(12);
    private readonly TaskCompletionSource<AzuriteAddresses> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _addresses = [];

    private AzuriteProcess(Process process)
    {
        _process = process;
        Ended = WatchAsync();
    }

    public string ConnectionString { get; private set; } = "";

    /// <summary>Completes when Azurite has ended, with its last lines.</summary>
    public Task<string[]> Ended { get; }

    public int Id => _process.Id;

    /// <exception cref="StartProblem">Azurite ended before it listened.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string script, LocalSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(settings.AzuriteFolder);
        AzuriteProcess azurite = new(Process.Start(StartInfo(script, settings))!);
        try
        {
            var addresses = await azurite._listening.Task.WaitAsync(LongestStart, time, cancellationToken);
            azurite.ConnectionString = addresses.ToConnectionString();
            return azurite;
        }
        catch (Exception failure)
        {
            await azurite.DisposeAsync();
            throw failure is TimeoutException ? azurite.EarlyEnd() : failure;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
        }

        await Ended;
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string script, LocalSettings settings)
    {
        ProcessStartInfo start = new("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "-e", settings.SavesStorage ? EndWithParent : SaveAtEnd + EndWithParent, script,
            "--location", settings.AzuriteFolder,
            "--blobHost", "127.0.0.1", "--blobPort", Text(settings.BlobPort),
            "--queueHost", "127.0.0.1", "--queuePort", Text(settings.QueuePort),
            "--tableHost", "127.0.0.1", "--tablePort", Text(settings.TablePort),
            "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private async Task<string[]> WatchAsync()
    {
        await Task.WhenAll(ReadAddressesAsync(), _lines.ReadAsync(_process.StandardError, CancellationToken.None));
        await _process.WaitForExitAsync();
        _listening.TrySetException(EarlyEnd());
        return _lines.ToArray();
    }

    /// <summary>Azurite says where each service listens once it does: blob, queue, table, in this order.</summary>
    private async Task ReadAddressesAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _lines.Add(line);
            if (line.Contains("successfully listening at ", StringComparison.Ordinal))
            {
                _addresses.Add(line[(line.LastIndexOf(' ') + 1)..]);
                if (_addresses is [var blob, var queue, var table])
                {
                    _listening.TrySetResult(new(blob, queue, table));
                }
            }
        }
    }

    private StartProblem EarlyEnd() => new(LocalText.Of(nameof(LocalTexts.AzuriteEnded)), _lines.ToArray());
}
