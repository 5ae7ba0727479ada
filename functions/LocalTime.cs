using System.Globalization;

namespace Dissemination;

/// <summary>
/// Instants as people read and write them: in Asia/Ho_Chi_Minh and the Vietnamese form, because .NET has no other data for the languages
/// here. Numbers are in the form of the page’s language.
/// </summary>
internal static class LocalTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>As this program writes dates, and as people and Vietnamese spreadsheets do: the day first.</summary>
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy/M/d", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    private static readonly string[] Times = [.. Dates.SelectMany(date => (string[])[$"{date} H:mm", $"{date} H:mm:ss"])];

    private static readonly string[] Offsets =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>For example <c>23/11/2026 07:30</c>.</summary>
    public static string Text(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For example <c>07:30</c>.</summary>
    public static string TimeText(DateTimeOffset instant) => TimeOf(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The time of day in Việt Nam at an instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant of a day and a time there.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => ToUtc(day.ToDateTime(time));

    /// <summary>For example <c>23/11/2026</c>.</summary>
    public static string Text(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day that ends with an instant, or in which it lies.</summary>
    public static DateOnly LastDay(DateTimeOffset instant) => DayOf(instant == DateTimeOffset.MinValue ? instant : instant.AddTicks(-1));

    /// <summary>The day in Việt Nam at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>A number as the reader’s language writes it: <c>1.240</c> in Vietnamese, <c>1,240</c> in English.</summary>
    public static string Number(long number) => NumberIn(CultureInfo.CurrentUICulture, number);

    /// <summary>A number as that language writes it; as Vietnamese does where it is not English.</summary>
    public static string NumberIn(CultureInfo language, long number) =>
        number.ToString("N0", language.TwoLetterISOLanguageName is "en" ? English : Vietnamese);

    /// <summary>Reads a date as people write it.</summary>
    public static bool TryParseDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && IsSensible(date.Year);

    /// <summary>Reads a time as people write it, or an instant with an offset.</summary>
    /// <param name="wholeDay">Whether a date alone means the end of that day, not its beginning.</param>
    public static bool TryParse(string text, bool wholeDay, out DateTimeOffset utc)
    {
        var culture = CultureInfo.InvariantCulture;
        utc = default;
        if (TryParseDate(text, out var date))
        {
            utc = ToUtc((wholeDay ? date.AddDays(1) : date).ToDateTime(TimeOnly.MinValue));
            return true;
        }

        if (DateTime.TryParseExact(text, Times, culture, DateTimeStyles.None, out var local) && IsSensible(local.Year))
        {
            utc = ToUtc(local);
            return true;
        }

        if (DateTimeOffset.TryParseExact(text, Offsets, culture, DateTimeStyles.AssumeUniversal, out var exact) && IsSensible(exact.Year))
        {
            utc = exact.ToUniversalTime();
            return true;
        }

        return false;
    }

    /// <summary>
    /// Whether people who work here can mean that year: one typed wrong would hold an item back for centuries without a word.
    /// </summary>
    public static bool IsSensible(int year) => year is >= 2000 and < 2200;

    private static DateTimeOffset ToUtc(DateTime local) => new(TimeZoneInfo.ConvertTimeToUtc(local, Zone), TimeSpan.Zero);
}
