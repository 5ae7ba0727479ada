using System.Globalization;

namespace Dissemination.Web;

/// <summary>Instants as people read and write them: Asia/Ho_Chi_Minh, in the Vietnamese form, because .NET has no other data for the languages here.</summary>
internal static class LocalTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>For example <c>23/11/2026 07:30</c>.</summary>
    public static string Text(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A number in the Vietnamese form, for example <c>1.240</c>.</summary>
    public static string Number(long number) => number.ToString("N0", Vietnamese);
}
