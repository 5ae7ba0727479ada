using Dissemination.Directory;

namespace Dissemination.Reach.Meetings;

/// <summary>Who changed what was told, when and why.</summary>
internal sealed record ToldStep(PersonId By, DateTimeOffset At, string Reason);
