using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Reports.Calendar;

/// <summary>The calendar as an Excel file: a row for each item and language.</summary>
internal static class CalendarBook
{
    public static byte[] Write(ImmutableArray<CalendarEntry> entries) => ExcelBook.Write(
        new ExcelTable(
            Texts.CalendarTitle,
            [
                new(Texts.OccasionDay, 12),
                new(Texts.OccasionTime, 10),
                new(Texts.CalendarItem, 60),
                new(Texts.ReportLanguage, 16),
                new(Texts.ReportStatus, 18),
                new(Texts.CalendarCommunes, 12),
                new(Texts.CalendarPlacesHead, 12),
                new(Texts.CalendarOutAt, 18),
                new(Texts.CalendarClashHead, 50),
            ],
            entries.SelectMany(RowsOf)));

    private static IEnumerable<object?[]> RowsOf(CalendarEntry entry) => entry.Lines.Select(line => (object?[])
    [
        entry.Day,
        LocalTime.TimeOf(entry.At),
        entry.Headline,
        Languages.NameOf(line.Language, CultureInfo.CurrentUICulture),
        Labels.Of(line.State),
        line.Communes,
        line.Places,
        line.OutAt,
        string.Join("; ", entry.Clashes.Select(clash => $"{LocalTime.TimeText(clash.At)} {clash.Headline}")),
    ]);
}
