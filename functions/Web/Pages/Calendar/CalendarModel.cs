using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reports.Calendar;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Calendar;

/// <summary>A week or a month of the calendar.</summary>
public sealed class CalendarModel : PageModel
{
    /// <summary>So many entries of a day are shown in a month; the week shows all.</summary>
    private const int MostOfDay = 6;

    /// <summary>So many of each day beside the chosen one a phone names in a week; the style sheet hides the others.</summary>
    internal const int LinesOfDay = 3;

    /// <summary>So many that have no day yet are listed without opening anything.</summary>
    internal const int MostUndated = 10;

    private readonly ILookup<DateOnly, CalendarEntry> _byDay;

    internal CalendarModel(PageFrame frame, CalendarInput input, CalendarQuery query)
        : base(frame)
    {
        (Input, Query, Today) = (input, query, LocalTime.DayOf(input.Now));
        Entries = CalendarEntries.Of(input, query.Filter);
        _byDay = Entries.ToLookup(entry => entry.Day);
    }

    internal CalendarInput Input { get; }

    internal CalendarQuery Query { get; }

    internal DateOnly Today { get; }

    internal ImmutableArray<CalendarEntry> Entries { get; }

    /// <summary>Some of those that stand on no day, because they go out with their approval; none where a filter wants others.</summary>
    internal ImmutableArray<Item> Undated { get; init; } = [];

    internal bool MaySchedule => Frame.Person is { } person && (person.Is(Role.Staff) || person.Is(Role.Approver));

    /// <summary>The week or month in words.</summary>
    internal string Period => Query.IsWeek
        ? TextFormat.Fill(Texts.CalendarWeekOf, LocalTime.Text(Input.From), LocalTime.Text(Input.To.AddDays(-1)))
        : TextFormat.Fill(Texts.CampaignMonth, Month.Month, Month.Year);

    internal IEnumerable<DateOnly> Days => Enumerable.Range(0, Input.To.DayNumber - Input.From.DayNumber).Select(Input.From.AddDays);

    internal IEnumerable<LanguageTag> Languages =>
        Input.Directory.Communes.SelectMany(commune => commune.Languages).Distinct().OrderBy(tag => tag.Value, StringComparer.Ordinal)
            .Prepend(LanguageTag.Vietnamese);

    internal CalendarQuery Week => Query with { IsWeek = true, Day = Query.Day ?? Today };

    internal CalendarQuery WholeMonth => Query with { IsWeek = false };

    internal string Before => Query.Turned(Today, -1).Address;

    internal string After => Query.Turned(Today, 1).Address;

    private DateOnly Month => Chosen;

    /// <summary>Whether a day belongs to another month than the one that is shown.</summary>
    internal bool IsAside(DateOnly day) => !Query.IsWeek && day.Month != Month.Month;

    internal IEnumerable<CalendarEntry> ShownOn(DateOnly day) => Query.IsWeek ? _byDay[day] : _byDay[day].Take(MostOfDay);

    internal int CountOn(DateOnly day) => _byDay[day].Count();

    internal int HiddenOn(DateOnly day) => Query.IsWeek ? 0 : Math.Max(0, CountOn(day) - MostOfDay);

    /// <summary>How many of a day come to a page to which another comes within the hour.</summary>
    internal int ClashingOn(DateOnly day) => _byDay[day].Count(entry => !entry.Clashes.IsEmpty);

    /// <summary>
    /// Those before it that come to the same pages within the hour, which a week tells: of two the later one says it, so that it is read
    /// once. A month has no room for them.
    /// </summary>
    internal IEnumerable<CalendarClash> ClashesOf(CalendarEntry entry) => !Query.IsWeek ? [] : entry.Clashes.Where(clash =>
        clash.At < entry.At || (clash.At == entry.At && string.CompareOrdinal(clash.With.Value, entry.Item.Value) < 0));

    /// <summary>The day that was asked for: of a week a phone tells it alone in full.</summary>
    internal DateOnly Chosen => Query.Day ?? Today;

    /// <summary>The week in which a day stands, from that day on.</summary>
    internal string WeekOf(DateOnly day) => $"{(Query with { IsWeek = true, Day = day }).Address}#{AnchorOf(day)}";

    internal static string AnchorOf(DateOnly day) => day.ToString("'ngay-'yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For example <c>Thứ Hai 30/11</c>.</summary>
    internal static string NameOf(DateOnly day) =>
        $"{Labels.Find("Weekday", day.DayOfWeek.ToString())} {day.ToString("dd/MM", CultureInfo.InvariantCulture)}";

    /// <summary>The languages of some lines: a month has room for the name of one, and for how many they are.</summary>
    internal string LanguagesOf(IEnumerable<CalendarLine> lines)
    {
        var names = lines.Select(line => PageLabels.Of(line.Language)).ToList();
        return Query.IsWeek || names.Count == 1
            ? string.Join(", ", names)
            : TextFormat.Fill(Texts.CalendarLanguages, LocalTime.Number(names.Count));
    }

    internal static string ToneOf(CalendarState state) => state switch
    {
        CalendarState.Out => "good",
        CalendarState.Held or CalendarState.Cancelled or CalendarState.Withdrawn or CalendarState.Expired => "bad",
        _ => "",
    };
}
