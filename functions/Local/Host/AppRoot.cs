using System.Text.Json;

namespace Dissemination.Local.Host;

/// <summary>A folder that the Functions host could run: <c>host.json</c> and a folder with <c>function.json</c> for each function.</summary>
internal sealed record AppRoot(HostSettings Settings, IReadOnlyList<FunctionDefinition> Functions)
{
    private static readonly JsonDocumentOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="setting">Looks up what stands between percent signs.</param>
    /// <exception cref="StartProblem">The host would refuse it, or it uses what is not known here.</exception>
    public static AppRoot Read(string folder, Func<string, string?> setting)
    {
        var settings = ReadFile(Path.Combine(folder, "host.json"), HostSettings.Read);
        FunctionDefinition[] functions =
        [
            .. System.IO.Directory.EnumerateDirectories(folder)
                .Where(child => File.Exists(Path.Combine(child, "function.json")))
                .Order(StringComparer.Ordinal)
                .Select(child => Read(Path.GetFileName(child), Path.Combine(child, "function.json"), setting)),
        ];
        return functions.Length > 0 ? new(settings, functions) : throw new StartProblem(LocalText.Of(nameof(LocalTexts.NoFunctions), folder));
    }

    /// <summary>For a further copy of the program: timers fire in one.</summary>
    public AppRoot WithoutTimers() => this with { Functions = [.. Functions.Where(function => function.Trigger is not TimerTrigger)] };

    private static FunctionDefinition Read(string name, string file, Func<string, string?> setting) =>
        ReadFile(file, json => new FunctionDefinition(name, new FunctionJson(name, setting).Trigger(json)));

    private static T ReadFile<T>(string file, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), s_lenient);
            return read(json.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or IOException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new StartProblem(LocalText.Of(nameof(LocalTexts.UnreadableFile), file), failure.Message);
        }
    }
}
