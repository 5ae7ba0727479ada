using Dissemination.Directory;

namespace Dissemination.Reports.Calendar;

/// <summary>An item in one language on the calendar.</summary>
/// <param name="Communes">In how many communes.</param>
/// <param name="Places">At how many places: as the directory says, or as it went out.</param>
/// <param name="OutAt">When it went out; null where it did not.</param>
internal sealed record CalendarLine(LanguageTag Language, CalendarState State, int Communes, int Places, DateTimeOffset? OutAt = null)
{
    /// <summary>Whether it may still go out.</summary>
    public bool IsToCome => State is CalendarState.Planned or CalendarState.Approval or CalendarState.Translation or CalendarState.Held;
}
