namespace Dissemination.Publishing;

/// <summary>The step of a fan-out that is under way.</summary>
internal sealed record UnfinishedFanOut(FanOutStep Step, DateTimeOffset SentAt);
