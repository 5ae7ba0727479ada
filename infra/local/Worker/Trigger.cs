namespace Dissemination.Local.Worker;

/// <summary>What wakes a function.</summary>
/// <param name="Binding">The name of the parameter that what woke it is handed over as.</param>
internal abstract record Trigger(string Binding);

/// <summary>A new version of a blob.</summary>
/// <param name="Path">Container and name, such as <c>content/{name}</c>.</param>
internal sealed record BlobTrigger(string Binding, string Path) : Trigger(Binding)
{
    public string Container => Path.Split('/')[0];
}

/// <summary>A message of a queue.</summary>
internal sealed record QueueTrigger(string Binding, string Queue) : Trigger(Binding);

/// <summary>A moment of a schedule.</summary>
/// <param name="Schedule">Six-field NCrontab, or the name of the setting with it between percent signs.</param>
internal sealed record TimerTrigger(string Binding, string Schedule) : Trigger(Binding);

/// <summary>A request of the public.</summary>
/// <param name="Methods">Empty = all.</param>
internal sealed record HttpTrigger(string Binding, string Route, IReadOnlyList<string> Methods) : Trigger(Binding);
