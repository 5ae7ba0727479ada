using Dissemination.Directory;

namespace Dissemination.Reports.Calendar;

/// <summary>What of the calendar is wanted. Null is all.</summary>
/// <param name="Campaign">The resolution that is spread.</param>
internal sealed record CalendarFilter(
    string? Campaign = null, CommuneId? Commune = null, LanguageTag? Language = null, ChannelKind? Channel = null)
{
    public bool IsAll => this == new CalendarFilter();
}
