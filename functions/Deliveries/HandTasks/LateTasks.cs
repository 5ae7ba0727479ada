namespace Dissemination.Deliveries.HandTasks;

/// <summary>The hand tasks of a commune that are open for too long.</summary>
/// <param name="Oldest">Since when the oldest waits.</param>
internal sealed record LateTasks(int Number, DateTimeOffset Oldest);
