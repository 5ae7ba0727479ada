namespace Dissemination.Local.Worker;

/// <summary>A moment of a schedule.</summary>
/// <param name="Schedule">Six-field NCrontab, or the name of the setting with it between percent signs.</param>
internal sealed record TimerTrigger(string Binding, string Schedule) : Trigger(Binding);
