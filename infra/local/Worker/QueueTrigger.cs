namespace Dissemination.Local.Worker;

/// <summary>A message of a queue.</summary>
internal sealed record QueueTrigger(string Binding, string Queue) : Trigger(Binding);
