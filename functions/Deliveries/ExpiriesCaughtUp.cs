namespace Dissemination.Deliveries;

/// <summary>The expiry of every item is handed over: those that come hand theirs over themselves.</summary>
internal sealed record ExpiriesCaughtUp(DateTimeOffset At);
