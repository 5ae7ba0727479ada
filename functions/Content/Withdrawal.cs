using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>Who took an item back, when and why.</summary>
internal sealed record Withdrawal(PersonId By, DateTimeOffset At, string Reason);
