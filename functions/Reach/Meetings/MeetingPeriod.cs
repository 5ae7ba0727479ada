namespace Dissemination.Reach.Meetings;

/// <summary>From a day to another, both of them too; null for the beginning, and for today.</summary>
internal sealed record MeetingPeriod(DateOnly? From = null, DateOnly? To = null)
{
    public static readonly MeetingPeriod All = new();
}
