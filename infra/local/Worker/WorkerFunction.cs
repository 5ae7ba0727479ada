using System.Text.Json;
using Dissemination.Local.Worker.Rpc;

namespace Dissemination.Local.Worker;

/// <summary>A function as a worker describes it.</summary>
/// <param name="Name">Its name, by which it is known whichever process serves it.</param>
/// <param name="Trigger">What wakes it.</param>
/// <param name="Metadata">What the worker wants to hear of it when it is to load it.</param>
internal sealed record WorkerFunction(string Name, Trigger Trigger, RpcFunctionMetadata Metadata)
{
    /// <exception cref="StartProblem">It is not woken by exactly one trigger that is known here.</exception>
    public static WorkerFunction Of(RpcFunctionMetadata metadata)
    {
        Trigger? trigger = null;
        var loaded = metadata.Clone();
        foreach (var raw in metadata.RawBindings)
        {
            using var json = JsonDocument.Parse(raw);
            var binding = json.RootElement;
            var (name, type) = (Text(binding, "name"), Text(binding, "type"));
            loaded.Bindings[name] = Info(binding, type);
            if (type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))
            {
                trigger = trigger is null ? TriggerOf(metadata.Name, name, type, binding) : throw Refused(metadata.Name, type);
            }
        }

        return trigger is null ? throw Refused(metadata.Name, "-") : new(metadata.Name, trigger, loaded);
    }

    private static Trigger TriggerOf(string function, string name, string type, JsonElement binding) => type.ToUpperInvariant() switch
    {
        "BLOBTRIGGER" => new BlobTrigger(name, Text(binding, "path")),
        "QUEUETRIGGER" => new QueueTrigger(name, Text(binding, "queueName")),
        "TIMERTRIGGER" => new TimerTrigger(name, Text(binding, "schedule")),
        // Keys are kept in the cloud alone; a function that wants one could not be called here.
        "HTTPTRIGGER" when Text(binding, "authLevel").Equals("Anonymous", StringComparison.OrdinalIgnoreCase) =>
            new HttpTrigger(name, Text(binding, "route"), Texts(binding, "methods")),
        _ => throw Refused(function, type),
    };

    private static BindingInfo Info(JsonElement binding, string type)
    {
        BindingInfo info = new()
        {
            Type = type,
            Direction = Enum.Parse<BindingInfo.Types.Direction>(Text(binding, "direction"), ignoreCase: true),
            DataType = Text(binding, "dataType") is { Length: > 0 } kind
                ? Enum.Parse<BindingInfo.Types.DataType>(kind, ignoreCase: true)
                : default,
        };
        if (binding.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                info.Properties[property.Name] = property.Value.ToString();
            }
        }

        return info;
    }

    private static string Text(JsonElement binding, string property) =>
        binding.TryGetProperty(property, out var value) ? value.ToString() : "";

    private static string[] Texts(JsonElement binding, string property) =>
        binding.TryGetProperty(property, out var values)
            ? [.. values.EnumerateArray().Select(value => value.ToString().ToUpperInvariant())]
            : [];

    private static StartProblem Refused(string function, string what) =>
        new(LocalText.Of(nameof(LocalTexts.UnknownBinding), function, what));
}
