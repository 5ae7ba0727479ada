namespace Dissemination.Local.Host;

/// <summary>What is kept of a schedule between starts.</summary>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
