using System.Globalization;
using Dissemination.Directory;
using Dissemination.Reports.Calendar;
using Dissemination.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Calendar;

/// <summary>What of the calendar an address names. What it names wrongly is not there: the page says what it shows.</summary>
/// <param name="Day">A day of the week or month; null is today.</param>
internal sealed record CalendarQuery(CalendarFilter Filter, DateOnly? Day, bool IsWeek)
{
    private const string Format = "yyyy-MM-dd";

    public static ValueTask<CalendarQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var campaign = query["campaign"].ToString();
        DateOnly? day = DateOnly.TryParseExact(
            query["day"].ToString(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var named)
            && LocalTime.IsSensible(named.Year) ? named : null;
        return new(new CalendarQuery(
            new(
                campaign.Length == 0 ? null : campaign,
                IStringId<CommuneId>.Find(query["commune"]),
                LanguageTag.TryParse(query["language"], null, out var language) ? language : null,
                EnumNames.Find<ChannelKind>(query["channel"].ToString())),
            day,
            IsWeek: query["view"] == "week"));
    }

    /// <summary>The first day that is shown, and the one behind the last: whole weeks from Monday on.</summary>
    public (DateOnly From, DateOnly To) Span(DateOnly today)
    {
        var day = Day ?? today;
        if (IsWeek)
        {
            return (MondayOf(day), MondayOf(day).AddDays(7));
        }

        var first = new DateOnly(day.Year, day.Month, 1);
        return (MondayOf(first), MondayOf(first.AddMonths(1).AddDays(-1)).AddDays(7));
    }

    /// <summary>The days of the page before, or of the one after.</summary>
    public CalendarQuery Turned(DateOnly today, int pages)
    {
        var day = Day ?? today;
        return this with { Day = IsWeek ? day.AddDays(7 * pages) : new DateOnly(day.Year, day.Month, 1).AddMonths(pages) };
    }

    /// <summary>The address that shows this.</summary>
    public string On(string path)
    {
        (string Name, string? Value)[] all =
        [
            ("view", IsWeek ? "week" : null),
            ("day", Day?.ToString(Format, CultureInfo.InvariantCulture)),
            ("campaign", Filter.Campaign),
            ("commune", Filter.Commune?.Value),
            ("language", Filter.Language?.Value),
            ("channel", Filter.Channel is { } channel ? EnumNames.Of(channel) : null),
        ];
        return QueryHelpers.AddQueryString(
            path, all.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value)));
    }

    /// <summary>The address of the calendar.</summary>
    public string Address => On("/calendar");

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
