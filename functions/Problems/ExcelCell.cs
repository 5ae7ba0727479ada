using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dissemination.Problems;

/// <summary>
/// A value as a cell of Excel: whole numbers, fractions (<see cref="decimal"/>), days, instants (as people here read the clock) and times
/// are what they are; all else is words, and words are never a formula. What was not measured is words that say so: null leaves the cell
/// out, for where nothing can stand.
/// </summary>
internal static partial class ExcelCell
{
    /// <summary>The most letters that a cell takes.</summary>
    private const int Longest = 32_767;

    public static S.Cell? Of(object? value) => value switch
    {
        null or "" => null,
        int number => Number(number, ExcelStyle.Number),
        long number => Number(number, ExcelStyle.Number),
        decimal number => Number(number, ExcelStyle.Fraction),
        DateOnly day => Serial(day.ToDateTime(TimeOnly.MinValue), ExcelStyle.Day),
        DateTimeOffset instant => Serial(OnTheMinute(TimeZoneInfo.ConvertTime(instant, LocalTime.Zone).DateTime), ExcelStyle.Instant),
        TimeOnly time => Number((decimal)time.Ticks / TimeSpan.TicksPerDay, ExcelStyle.Time),
        _ => Words(value.ToString() ?? ""),
    };

    public static S.Cell Head(string name) => Text(name, ExcelStyle.Head);

    private static S.Cell Words(string text) => Text(text, CsvCell.IsFormula(text) ? ExcelStyle.Quoted : ExcelStyle.Words);

    private static S.Cell Text(string text, ExcelStyle style) => new(
        new S.InlineString(new S.Text(Allowed(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = S.CellValues.InlineString,
        StyleIndex = (uint)style,
    };

    private static S.Cell Number(IFormattable number, ExcelStyle style) =>
        new(new S.CellValue(number.ToString(null, CultureInfo.InvariantCulture))) { StyleIndex = (uint)style };

    private static S.Cell Serial(DateTime local, ExcelStyle style) => Number(local.ToOADate(), style);

    /// <summary>As the pages and the CSV show it.</summary>
    private static DateTime OnTheMinute(DateTime local) => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>
    /// Without what XML cannot hold, no longer than a cell, and with what Excel would take for a letter of its own (<c>_x0041_</c>) told
    /// apart.
    /// </summary>
    private static string Allowed(string text)
    {
        var allowed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                allowed.Append(text[at]).Append(text[++at]);
            }
            else if (XmlConvert.IsXmlChar(text[at]) && text[at] is not '\r')
            {
                allowed.Append(text[at]);
            }
        }

        var escaped = OwnLetter().Replace(allowed.ToString(), "_x005F_");
        if (escaped.Length <= Longest)
        {
            return escaped;
        }

        var end = Longest - Texts.ExcelShortened.Length;
        return string.Concat(escaped.AsSpan(0, char.IsHighSurrogate(escaped[end - 1]) ? end - 1 : end), Texts.ExcelShortened);
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OwnLetter();
}
