namespace Dissemination.Tests.Reach.Quarter;

/// <summary>Something that happens at a time.</summary>
internal sealed record QuarterStep(DateTimeOffset At, Func<Task> Act);
