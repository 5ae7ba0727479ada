using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Reports;

/// <summary>A report as the table that its CSV and its Excel file hold.</summary>
internal static class ReportSheet
{
    private static readonly (Func<string> Name, double Width, Func<ItemReport, ReportLine, object?> Value)[] Columns =
    [
        (() => Texts.ReportItem, 24, (report, _) => report.Item.Id.Value),
        (() => Texts.ReportRevision, 9, (report, _) => report.Item.Revision),
        (() => Texts.ReportCommune, 24, (_, line) => CommuneLabels.NameOf(line.Commune)),
        (() => Texts.ReportLanguage, 14, (_, line) => Languages.NameOf(line.Language, CultureInfo.CurrentUICulture)),
        (() => Texts.ReportLanguageTag, 16, (_, line) => line.Language.Value),
        (() => Texts.ReportStatus, 22, (_, line) => ReportLabels.Of(line)),
        (() => Texts.ReportDeliveries, 10, (_, line) => line.Deliveries),
        (() => Texts.ReportDelivered, 10, (_, line) => line.Delivered),
        (() => Texts.ReportHandTasksOpen, 12, (_, line) => line.HandTasksOpen),
        (() => Texts.ReportTroubled, 10, (_, line) => line.Troubled),
        (() => Texts.ReportLinkOpens, 12, (_, line) => Measured(line.LinkOpens)),
        (() => Texts.ReportAudience, 14, (_, line) => Measured(line.MedianAudience)),
        (() => Texts.ReportReach, 12, (_, line) => Measured(line.MedianReach)),
        (() => Texts.ReportViews, 12, (_, line) => Measured(line.Views)),
        (() => Texts.ReportAttendance, 12, (_, line) => Measured(line.Attendance)),
        (() => Texts.ReportFirstDelivered, 17, (_, line) => line.FirstDelivered),
        (() => Texts.ReportMeasuredAt, 17, (_, line) => line.MeasuredAt),
    ];

    public static ExcelTable Of(ItemReport report) => new(
        Texts.ReportTitle,
        [.. Columns.Select(column => new ExcelColumn(column.Name(), column.Width))],
        report.Lines.Select(line => Columns.Select(column => column.Value(report, line)).ToArray()));

    /// <summary>What the report is and which figures it is made from; and its lines.</summary>
    public static ImmutableArray<ExcelTable> Book(ItemReport report) =>
    [
        new(
            Texts.FileAbout,
            [new(Texts.FileAboutWhat, 34), new(Texts.FileAboutValue, 80)],
            [
                [Texts.ReportTitle, report.Item.Headline],
                [Texts.ReportIssuer, report.Content.Issuer],
                [Texts.ReportMadeAt, report.At],
                [Texts.CampaignMeasuredCommunes, $"{LocalTime.Number(report.CommunesMeasured)}/{LocalTime.Number(report.Communes)}"],
                [Texts.ReportCommunesReached, $"{LocalTime.Number(report.CommunesReached)}/{LocalTime.Number(report.Communes)}"],
                [Texts.ReportLinkOpens, Measured(report.LinkOpens)],
                [Texts.ReportAttendance, Measured(report.Attendance)],
            ]),
        Of(report),
    ];

    private static object Measured(long? figure) => figure is { } number ? number : Texts.NotMeasured;
}
