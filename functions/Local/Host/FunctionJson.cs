using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dissemination.Local.Host;

/// <summary>Reads the bindings of one <c>function.json</c>.</summary>
internal sealed partial class FunctionJson(string function, Func<string, string?> setting)
{
    private const int ShortestName = 3;
    private const int LongestName = 63;

    /// <exception cref="StartProblem">A binding is unknown, incomplete, or one that the host refuses.</exception>
    public TriggerBinding Trigger(JsonElement file)
    {
        TriggerBinding? trigger = null;
        foreach (var binding in file.GetProperty("bindings").EnumerateArray())
        {
            var type = Text(binding, "type");
            if (type is "http")
            {
                continue;
            }

            trigger = trigger is null ? Trigger(type, Text(binding, "name"), binding) : throw Refused(nameof(LocalTexts.UnknownBinding), type);
        }

        return trigger ?? throw Refused(nameof(LocalTexts.UnknownBinding), "-");
    }

    private TriggerBinding Trigger(string type, string name, JsonElement binding) => type switch
    {
        "blobTrigger" => Blob(name, Text(binding, "path")),
        "queueTrigger" => new QueueTrigger(name, StorageName(Text(binding, "queueName"))),
        "timerTrigger" => new TimerTrigger(name, Schedule(Text(binding, "schedule"))),
        "httpTrigger" => Http(name, binding),
        _ => throw Refused(nameof(LocalTexts.UnknownBinding), type),
    };

    private BlobTrigger Blob(string name, string path) =>
        BlobPath().Match(path) is { Success: true } found
            ? new(name, StorageName(found.Groups["container"].Value), found.Groups["placeholder"].Value)
            : throw Refused(nameof(LocalTexts.UnknownBlobPath), path);

    private HttpTrigger Http(string name, JsonElement binding)
    {
        // Keys are kept in the cloud alone; a function that wants one could not be called here.
        if (Text(binding, "authLevel") is not "anonymous" and var level)
        {
            throw Refused(nameof(LocalTexts.UnknownBinding), $"httpTrigger, authLevel {level}");
        }

        var methods = binding.TryGetProperty("methods", out var named) ? named.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant()) : [];
        return new(name, binding.TryGetProperty("route", out var route) ? route.GetString()! : function, [.. methods]);
    }

    private TimerSchedule Schedule(string text) => TimerSchedule.TryParse(text) ?? throw Refused(nameof(LocalTexts.NotASchedule), text);

    /// <summary>The host stops at a container or queue name of another length.</summary>
    private string StorageName(string name) =>
        name.Length is >= ShortestName and <= LongestName ? name : throw Refused(nameof(LocalTexts.BadStorageName), name);

    private string Text(JsonElement binding, string property)
    {
        var text = binding.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw Refused(nameof(LocalTexts.MissingInBinding), property);
        return SettingName().Replace(text, found => Setting(found.Groups["setting"].Value));
    }

    private string Setting(string name) => setting(name) ?? throw Refused(nameof(LocalTexts.MissingSetting), name);

    private StartProblem Refused(string key, string what) => new(LocalText.Of(key, function, what));

    [GeneratedRegex("^(?<container>[^/{}]*)/\\{(?<placeholder>\\w+)\\}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlobPath();

    [GeneratedRegex("%(?<setting>[^%]+)%", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SettingName();
}
