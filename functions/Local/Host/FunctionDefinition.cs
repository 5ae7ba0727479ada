namespace Dissemination.Local.Host;

/// <summary>A function as its folder's <c>function.json</c> describes it.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Trigger">What wakes it.</param>
internal sealed record FunctionDefinition(string Name, TriggerBinding Trigger)
{
    /// <summary>The host's name for it in receipts, statuses and messages.</summary>
    public string Id => "Host.Functions." + Name;
}

/// <summary>What wakes a function.</summary>
/// <param name="Binding">The name under which the data is handed over.</param>
internal abstract record TriggerBinding(string Binding);

/// <summary>A new version of a blob of a container.</summary>
/// <param name="Placeholder">What the rest of the path is called.</param>
internal sealed record BlobTrigger(string Binding, string Container, string Placeholder) : TriggerBinding(Binding);

/// <summary>A message of a queue.</summary>
internal sealed record QueueTrigger(string Binding, string Queue) : TriggerBinding(Binding);

/// <summary>A moment of a schedule.</summary>
internal sealed record TimerTrigger(string Binding, TimerSchedule Schedule) : TriggerBinding(Binding);

/// <summary>A request of the public.</summary>
/// <param name="Methods">Empty = all.</param>
internal sealed record HttpTrigger(string Binding, string Route, IReadOnlyList<string> Methods) : TriggerBinding(Binding);
