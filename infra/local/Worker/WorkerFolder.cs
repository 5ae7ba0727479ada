using System.Text.Json;

namespace Dissemination.Local.Worker;

/// <summary>The built worker: what a deployment would upload.</summary>
internal sealed record WorkerFolder
{
    public required string Path { get; init; }

    /// <summary>The program, such as <c>dotnet</c>, that runs <see cref="Assembly"/>.</summary>
    public required string Executable { get; init; }

    public required string Assembly { get; init; }

    /// <summary>How long a function may take.</summary>
    public required TimeSpan FunctionTimeout { get; init; }

    /// <summary>What stands before every route.</summary>
    public required string RoutePrefix { get; init; }

    /// <summary>The settings of <c>host.json</c>'s extensions, under the names by which the SDK's listeners look for them.</summary>
    public required IReadOnlyDictionary<string, string?> Extensions { get; init; }

    /// <param name="settings">The app's settings: those under <c>AzureFunctionsJobHost</c> stand above <c>host.json</c>, as in
    /// Azure.</param>
    /// <exception cref="StartProblem">A file is missing or not as a host wants it.</exception>
    public static WorkerFolder Read(string folder, IConfiguration settings)
    {
        var host = ReadFile(
            System.IO.Path.Combine(folder, "host.json"),
            settings.GetSection("AzureFunctionsJobHost").AsEnumerable(makePathsRelative: true));
        var worker = ReadFile(System.IO.Path.Combine(folder, "worker.config.json"), []);
        return new()
        {
            Path = folder,
            Executable = worker["description:defaultExecutablePath"] ?? "dotnet",
            Assembly = System.IO.Path.Combine(folder, worker["description:defaultWorkerPath"] ?? ""),
            FunctionTimeout = host.GetValue("functionTimeout", TimeSpan.FromMinutes(5)),
            RoutePrefix = host["extensions:http:routePrefix"] ?? "api",
            Extensions = host.GetSection("extensions").AsEnumerable().Where(setting => setting.Value is not null)
                .ToDictionary(setting => "AzureWebJobs:" + setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase),
        };
    }

    private static IConfigurationRoot ReadFile(string file, IEnumerable<KeyValuePair<string, string?>> above)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(file, optional: false)
                .AddInMemoryCollection(above.Where(setting => setting.Value is not null)).Build();
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or FormatException or JsonException)
        {
            throw new StartProblem(LocalText.Of(nameof(LocalTexts.UnreadableFile), file), (failure.InnerException ?? failure).Message);
        }
    }
}
