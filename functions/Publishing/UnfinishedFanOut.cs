namespace Dissemination.Publishing;

/// <summary>A fan-out that has not come to its end.</summary>
/// <param name="Step">What is to be done next.</param>
/// <param name="DueAt">From when on.</param>
/// <param name="Tries">How often that failed.</param>
internal sealed record UnfinishedFanOut(FanOutStep Step, DateTimeOffset DueAt, int Tries = 0);
