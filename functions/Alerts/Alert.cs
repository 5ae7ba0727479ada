using Dissemination.Problems;

namespace Dissemination.Alerts;

/// <summary>
/// Something that people should look at: a message that could not be handled, a destination that closed, a lane that stopped.
/// </summary>
/// <param name="Kind">For example <c>deliveries</c>, <c>destination</c>, <c>lane</c>.</param>
/// <param name="Subject">What it is about; one alert for each kind and subject.</param>
/// <param name="Retry">The message to put back, for what can be tried again.</param>
/// <param name="Commune">The commune whose people read it too; null where it is the province's alone.</param>
internal sealed record Alert(string Kind, string Subject, DateTimeOffset At, Problem Problem, string? Retry, string? Commune = null)
{
    public bool CanBeRetried => Retry is not null;
}
