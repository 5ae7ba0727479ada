using System.Globalization;
using Dissemination.Directory;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Dissemination.Reports.Calendar;

/// <summary>
/// The calendar as other programs subscribe to it (iCalendar, RFC 5545): what goes out when, and nothing of people. Times are UTC, which
/// every program understands; an entry keeps its name when it is moved, and each decision about it has a higher number.
/// </summary>
internal static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>How long an entry is shown to last: it is a moment.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    private static readonly DateTimeOffset FirstNumber = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="site">Where the pages are, without a slash at its end.</param>
    public static string Write(IEnumerable<CalendarEntry> entries, string site, DateTimeOffset now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Dissemination//Calendar//VI" };
        calendar.AddProperty("X-WR-CALNAME", Texts.CalendarTitle);
        foreach (var once in entries.GroupBy(NameOf, StringComparer.Ordinal))
        {
            // What went out of it before, in an earlier revision, is an entry of its own.
            var newest = once.Max(entry => entry.At);
            foreach (var entry in once)
            {
                var name = entry.At == newest ? once.Key : string.Create(CultureInfo.InvariantCulture, $"{once.Key}.{entry.At.UtcTicks}");
                calendar.Events.Add(EventOf(entry, $"{name}@dissemination", site, now));
            }
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static string NameOf(CalendarEntry entry) => $"{entry.Item}.{entry.Lines[0].Language}";

    private static CalendarEvent EventOf(CalendarEntry entry, string name, string site, DateTimeOffset now) => new()
    {
        Uid = name,
        DtStamp = Utc(now),
        Start = Utc(entry.At),
        End = Utc(entry.At + Length),
        Summary = $"{entry.Headline} ({Labels.Of(entry.State)})",
        Description = string.Join('\n', entry.Lines.Select(
            line => $"{Languages.NameOf(line.Language, CultureInfo.CurrentUICulture)}: {Labels.Of(line.State)}")),
        Url = new($"{site}/calendar/{entry.Item}"),
        Sequence = entry.DecidedAt is { } at ? (int)(at - FirstNumber).TotalSeconds : 0,
        Status = entry.State switch
        {
            CalendarState.Planned or CalendarState.Sending or CalendarState.Out => "CONFIRMED",
            CalendarState.Cancelled or CalendarState.Withdrawn or CalendarState.Expired => "CANCELLED",
            _ => "TENTATIVE",
        },
    };

    private static CalDateTime Utc(DateTimeOffset at) => new(at.UtcDateTime, "UTC");
}
