using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dissemination.Intake.Documents;

/// <summary>
/// A number of a workbook as the person who made it sees it: dates by its format and the file's own first day, decimals with a comma.
/// </summary>
internal static partial class CellText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Files of old Macs begin to count days four years later.</summary>
    private const int DaysOf1904 = 1462;

    private static readonly SearchValues<char> DateLetters = SearchValues.Create("yYmMdDhHsS");

    /// <param name="id">The format's number among those that every workbook has.</param>
    /// <param name="code">Its own code, where it has one.</param>
    /// <param name="withWords">Whether the words that the format writes around the figure are taken.</param>
    /// <returns>And whether Excel shows it otherwise, so that a person has to compare.</returns>
    public static (string Text, bool IsOtherwise) Of(double value, uint id, string? code, bool since1904, bool withWords)
    {
        if (ElapsedTime.CodeOf(id, code) is { } elapsed)
        {
            return (ElapsedTime.Write(value, elapsed), false);
        }

        if (IsDate(id, code))
        {
            // A time of day without a day is the same in both.
            return (OfDate(since1904 && value >= 1 ? value + DaysOf1904 : value), value >= 1 && !ShowsDay(id, code));
        }

        return code is not { Length: > 0 } || code.Equals("General", StringComparison.OrdinalIgnoreCase)
            ? (Plain(value, id, code: null), id is 12 or 13 || IsRounded(value, id))
            : NumberFormat.Read(code, value) is { } read ? ((withWords ? read : read.WithoutWords()).Write(value), read.Rounds(value))
            : (Plain(value, id, code), true);
    }

    /// <summary>Of the formats that every workbook has, those that show so many digits behind the comma and no more.</summary>
    private static bool IsRounded(double value, uint format) => format switch
    {
        1 or 3 or 37 or 38 => NumberFormat.Rounds(value, decimals: 0),
        2 or 4 or 39 or 40 => NumberFormat.Rounds(value, decimals: 2),
        9 => NumberFormat.Rounds(value * 100, decimals: 0),
        10 => NumberFormat.Rounds(value * 100, decimals: 2),
        _ => false,
    };

    private static string Plain(double value, uint format, string? code) =>
        IsPercent(format, code) ? (value * 100).ToString("0.##########", Vietnamese) + "%"
        : IsGrouped(format, code) ? value.ToString("#,##0.##########", Vietnamese)
        : value.ToString("0.##########", Vietnamese);

    private static bool IsPercent(uint format, string? code) =>
        format is 9 or 10 || (code is not null && Bare(code).Contains('%', StringComparison.Ordinal));

    private static bool IsGrouped(uint format, string? code) =>
        format is 3 or 4 or 37 or 38 or 39 or 40 || (code is not null && Bare(code).Contains("#,##", StringComparison.Ordinal));

    /// <summary>By the letters of the format that are no words or colours in it.</summary>
    private static bool IsDate(uint format, string? code) =>
        format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58)
        || (code is not null && !code.Equals("General", StringComparison.OrdinalIgnoreCase)
        && Bare(code).AsSpan().ContainsAny(DateLetters));

    /// <summary>Where only a month, a year or the time of day is shown, the day that is written nobody has seen.</summary>
    private static bool ShowsDay(uint format, string? code) =>
        code is { Length: > 0 } ? Bare(code).Contains('d', StringComparison.OrdinalIgnoreCase) : format is not (>= 17 and <= 21);

    private static string Bare(string code) => Words().Replace(code, "");

    private static string OfDate(double serial)
    {
        // Excel counts a 29 February 1900 that never was; days before it are one more.
        if (serial is < 0 or > 2_958_465)
        {
            return serial.ToString(Vietnamese);
        }

        var rounded = Math.Round(serial * 86_400) / 86_400;
        if (rounded < 1)
        {
            return TimeSpan.FromDays(rounded).ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        }

        var date = DateTime.FromOADate(rounded < 60 ? rounded + 1 : rounded);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"""[^""]*""|\[[^\]]*\]|\\.|_.|\*.",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
