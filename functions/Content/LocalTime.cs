using System.Globalization;

namespace Dissemination.Content;

/// <summary>Times as people write them: in Asia/Ho_Chi_Minh unless an offset says otherwise.</summary>
internal static class LocalTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    private static readonly string[] Offsets = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <param name="wholeDay">Whether a date alone means the end of that day, not its beginning.</param>
    public static bool TryParse(string text, bool wholeDay, out DateTimeOffset utc)
    {
        var culture = CultureInfo.InvariantCulture;
        utc = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var date) && IsSensible(date.Year))
        {
            utc = ToUtc((wholeDay ? date.AddDays(1) : date).ToDateTime(TimeOnly.MinValue));
            return true;
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", culture, DateTimeStyles.None, out var local) && IsSensible(local.Year))
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

    private static DateTimeOffset ToUtc(DateTime local) => new(TimeZoneInfo.ConvertTimeToUtc(local, Zone), TimeSpan.Zero);

    // A year typed wrong would otherwise hold an item back for centuries without a word.
    private static bool IsSensible(int year) => year is >= 2000 and < 2200;
}
