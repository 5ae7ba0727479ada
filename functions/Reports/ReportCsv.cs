using System.Globalization;
using CsvHelper;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Reports;

/// <summary>A report as a table for spreadsheets: UTF-8 with its mark, so that they read Vietnamese right.</summary>
internal static class ReportCsv
{
    public static byte[] Write(ItemReport report)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord([.. Columns.Select(column => column.Name())]);
            foreach (var line in report.Lines)
            {
                csv.WriteRecord([.. Columns.Select(column => CsvCell.Write(column.Value(report, line)))]);
            }
        }

        return bytes.ToArray();
    }

    private static readonly (Func<string> Name, Func<ItemReport, ReportLine, string> Value)[] Columns =
    [
        (() => Texts.ReportItem, (report, _) => report.Item.Id.Value),
        (() => Texts.ReportRevision, (report, _) => report.Item.Revision.ToString(CultureInfo.InvariantCulture)),
        (() => Texts.ReportCommune, (_, line) => line.Commune.Name),
        (() => Texts.ReportLanguage, (_, line) => Languages.Find(line.Language)?.Name ?? line.Language.Value),
        (() => Texts.ReportLanguageTag, (_, line) => line.Language.Value),
        (() => Texts.ReportStatus, (_, line) => ReportLabels.Of(line)),
        (() => Texts.ReportDeliveries, (_, line) => Number(line.Deliveries)),
        (() => Texts.ReportDelivered, (_, line) => Number(line.Delivered)),
        (() => Texts.ReportHandTasksOpen, (_, line) => Number(line.HandTasksOpen)),
        (() => Texts.ReportTroubled, (_, line) => Number(line.Troubled)),
        (() => Texts.ReportLinkOpens, (_, line) => Measured(line.LinkOpens)),
        (() => Texts.ReportAudience, (_, line) => Measured(line.MedianAudience)),
        (() => Texts.ReportReach, (_, _) => Texts.NotMeasured),
        (() => Texts.ReportViews, (_, _) => Texts.NotMeasured),
        (() => Texts.ReportAttendance, (_, line) => Measured(line.Attendance)),
        (() => Texts.ReportFirstDelivered, (_, line) => line.FirstDelivered is { } at ? LocalTime.Text(at) : ""),
        (() => Texts.ReportMeasuredAt, (_, line) => line.MeasuredAt is { } at ? LocalTime.Text(at) : ""),
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Measured(long? figure) => figure is { } number ? Number(number) : Texts.NotMeasured;
}
