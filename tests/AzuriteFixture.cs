using Dissemination.Local;
using Dissemination.Local.Azurite;
using Dissemination.Tests;


[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Dissemination.Tests;

/// <summary>One Azurite for all tests, started by the very code that starts it on one machine. Tests keep apart by names.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(TemporaryRoot, "dissemination-tests-" + Environment.ProcessId);
    private AzuriteProcess? _azurite;

    /// <summary>In memory where there is such a folder: as quick as Azurite's own in-memory mode, and it does not freeze.</summary>
    public static string TemporaryRoot => System.IO.Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    /// <summary>Kept between runs, so that npm installs once.</summary>
    public static string ToolsFolder => Path.Combine(LocalSettings.RepositoryFolder(AppContext.BaseDirectory), ".local", "tools");

    /// <summary>The connection string of the storage account that all tests share.</summary>
    public string ConnectionString => _azurite!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        LocalConsole console = new(Console.Error, Console.Error);
        var script = await AzuriteInstall.EnsureAsync(ToolsFolder, console, TimeProvider.System, CancellationToken.None);
        LocalSettings settings = new()
        {
            Port = 0,
            BlobPort = 0,
            QueuePort = 0,
            TablePort = 0,
            DataFolder = _folder,
            ContentFolder = _folder,
            SavesStorage = false,
        };
        _azurite = await AzuriteProcess.StartAsync(script, settings, TimeProvider.System, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        if (System.IO.Directory.Exists(_folder))
        {
            System.IO.Directory.Delete(_folder, recursive: true);
        }
    }
}
