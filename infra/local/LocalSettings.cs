using System.Globalization;

namespace Dissemination.Local;

/// <summary>What can be chosen on one machine, under <c>Local:</c> in the settings.</summary>
internal sealed record LocalSettings
{
    /// <summary>Fixed, or blobs would be handed over again whenever the program's path changes.</summary>
    public const string DefaultHostId = "dissemination-local";

    /// <summary>Where pages and API are served; 0 = a free port.</summary>
    public int Port { get; init; } = 7071;

    public int BlobPort { get; init; } = 10000;

    public int QueuePort { get; init; } = 10001;

    public int TablePort { get; init; } = 10002;

    /// <summary>Holds the tools and all data.</summary>
    public required string DataFolder { get; init; }

    /// <summary>What is loaded on the first start.</summary>
    public required string ContentFolder { get; init; }

    /// <summary>The connection string of a storage that runs already; null to start Azurite.</summary>
    public string? Storage { get; init; }

    /// <summary>
    /// Whether Azurite writes down every few seconds all that it holds, which takes the longer the more that is; else it does so at its end
    /// alone.
    /// </summary>
    public bool SavesStorage { get; init; } = true;

    /// <summary>
    /// Whether this copy of the program wakes the functions with timers. The host does that in one instance, however many run.
    /// </summary>
    public bool HasTimers { get; init; } = true;

    /// <summary>Whether the content folder is loaded at all.</summary>
    public bool LoadsSample { get; init; } = true;

    /// <summary>The built worker.</summary>
    public string WorkerFolder { get; init; } = BuiltWorker;

    /// <summary>The name under which the listeners keep their notes in storage.</summary>
    public string HostId { get; init; } = DefaultHostId;

    /// <summary>Beside this host's own output, in the same configuration.</summary>
    public static string BuiltWorker { get; } = Path.GetFullPath(
        Path.Combine(
            AppContext.BaseDirectory,
            "..",
            "..",
            "Dissemination",
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));

    public string AzuriteFolder => Path.Combine(DataFolder, "azurite");

    public string ToolsFolder => Path.Combine(DataFolder, "tools");

    public static LocalSettings Read(IConfiguration configuration, string startFolder)
    {
        var root = RepositoryFolder(startFolder);
        return new()
        {
            Port = PortOf(configuration, nameof(Port), 7071),
            BlobPort = PortOf(configuration, nameof(BlobPort), 10000),
            QueuePort = PortOf(configuration, nameof(QueuePort), 10001),
            TablePort = PortOf(configuration, nameof(TablePort), 10002),
            DataFolder = Path.GetFullPath(configuration["Local:DataFolder"] ?? Path.Combine(root, ".local")),
            ContentFolder = Path.GetFullPath(configuration["Local:ContentFolder"] ?? Path.Combine(root, "content")),
            WorkerFolder = Path.GetFullPath(configuration["Local:WorkerFolder"] ?? BuiltWorker),
            HostId = configuration["AzureFunctionsWebHost:hostid"] ?? DefaultHostId,
            Storage = configuration["Local:Storage"] is { Length: > 0 } storage ? storage : null,
            HasTimers = !string.Equals(configuration["Local:Timers"], "false", StringComparison.OrdinalIgnoreCase),
            LoadsSample = !string.Equals(configuration["Local:Sample"], "false", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>The folder of the solution above <paramref name="startFolder"/>, else the current one.</summary>
    public static string RepositoryFolder(string startFolder)
    {
        for (var folder = new DirectoryInfo(startFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dissemination.sln")))
            {
                return folder.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }

    private static int PortOf(IConfiguration configuration, string name, int otherwise) =>
        configuration[$"Local:{name}"] switch
        {
            null or "" => otherwise,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 => port,
            var text => throw new StartProblem(LocalText.Of(nameof(LocalTexts.NotAPort), $"Local:{name}", text)),
        };
}
