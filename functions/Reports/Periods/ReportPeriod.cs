using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Dissemination.Storage;

namespace Dissemination.Reports.Periods;

/// <summary>
/// A week from Monday to Sunday, for example <c>2026-w48</c>, or a month, for example <c>2026-11</c>, as the province counts days.
/// </summary>
[JsonConverter(typeof(StringIdConverter<ReportPeriod>))]
internal readonly partial record struct ReportPeriod(string Value) : IStringId<ReportPeriod>
{
    private const string MonthFormat = "yyyy-MM";

    public bool IsWeek => Value.Contains('w', StringComparison.Ordinal);

    public int Year => int.Parse(Value.AsSpan(0, 4), CultureInfo.InvariantCulture);

    /// <summary>The number of the week or of the month.</summary>
    public int Number => int.Parse(Value.AsSpan(IsWeek ? 6 : 5), CultureInfo.InvariantCulture);

    /// <summary>Its first day.</summary>
    public DateOnly From => IsWeek ? DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday)) : new(Year, Number, 1);

    /// <summary>Its last day.</summary>
    public DateOnly To => IsWeek ? From.AddDays(6) : From.AddMonths(1).AddDays(-1);

    public ReportPeriod Next => Around(To.AddDays(1));

    public ReportPeriod Previous => Around(From.AddDays(-1));

    public static ReportPeriod WeekOf(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return new(string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):D4}-w{ISOWeek.GetWeekOfYear(date):D2}"));
    }

    public static ReportPeriod MonthOf(DateOnly day) => new(day.ToString(MonthFormat, CultureInfo.InvariantCulture));

    public override string ToString() => Value;

    public static ReportPeriod Parse(string s, IFormatProvider? provider) => IStringId<ReportPeriod>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ReportPeriod result)
    {
        result = new(s ?? "");
        return s is not null && Form().IsMatch(s) && LocalTime.IsSensible(result.Year)
            && (result.IsWeek
                ? result.Number >= 1 && result.Number <= ISOWeek.GetWeeksInYear(result.Year)
                : result.Number is >= 1 and <= 12);
    }

    private ReportPeriod Around(DateOnly day) => IsWeek ? WeekOf(day) : MonthOf(day);

    [GeneratedRegex(
        "^[0-9]{4}-(w[0-9]{2}|[0-9]{2})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Form();
}
