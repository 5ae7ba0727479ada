using Dissemination.Directory;

namespace Dissemination.Translation;

/// <summary>Somebody is working at a translation and asks others to leave it alone for a while.</summary>
internal sealed record Claim(PersonId By, DateTimeOffset At)
{
    /// <summary>Who says nothing for so long has turned to something else.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    /// <summary>Whether others have to leave it alone at that time.</summary>
    public bool KeepsOut(PersonId person, DateTimeOffset now) => By != person && At + Holds > now;
}
