namespace Dissemination.Deliveries.HandTasks;

/// <summary>Hand tasks of a commune that wait: those that are open for too long, or will be soon.</summary>
/// <param name="Oldest">Since when the oldest waits.</param>
internal sealed record LateTasks(int Number, DateTimeOffset Oldest);
