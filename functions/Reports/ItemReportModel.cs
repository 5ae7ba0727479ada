using System.Collections.Immutable;

namespace Dissemination.Reports;

/// <summary>
/// What the report's page shows. Public because the classes made from templates are; what it holds stays the program's own.
/// </summary>
public sealed class ItemReportModel
{
    internal ItemReportModel(ItemReport report, string language) => (Report, Language) = (report, language);

    internal ItemReport Report { get; }

    internal string Language { get; }

    /// <summary>The other language in which there is the same.</summary>
    internal string OtherLanguage => ReportLanguages.OtherThan(Language);

    /// <summary>The figures that somebody has to tell, in the order of the table.</summary>
    internal static ImmutableArray<(string Name, Func<ReportLine, long?> Of)> Measured =>
    [
        (Texts.ReportLinkOpens, line => line.LinkOpens),
        (Texts.ReportAudience, line => line.MedianAudience),
        (Texts.ReportReach, line => line.MedianReach),
        (Texts.ReportViews, line => line.Views),
        (Texts.ReportAttendance, line => line.Attendance),
    ];

    /// <summary>Those of the figures that somebody told of at least one line: the others are named once, and are no column.</summary>
    internal ImmutableArray<(string Name, Func<ReportLine, long?> Of)> Told =>
        [.. Measured.Where(figure => Report.Lines.Any(line => figure.Of(line) is not null))];

    /// <summary>The names of the figures that nobody told of any line; empty where each is told of one.</summary>
    internal string NeverMeasured =>
        string.Join(", ", Measured.Select(figure => figure.Name).Except(Told.Select(figure => figure.Name), StringComparer.Ordinal));

    /// <summary>The lines of each commune, which a phone folds.</summary>
    internal IEnumerable<ImmutableArray<ReportLine>> Communes =>
        Report.Lines.GroupBy(line => line.Commune.Id).Select(commune => commune.ToImmutableArray());

    /// <summary>What a folded commune says of all its languages: how much is out, and what went wrong.</summary>
    internal static string ShortOf(ImmutableArray<ReportLine> commune)
    {
        var delivered = ReportLabels.OutOf(commune.Sum(line => line.Delivered), commune.Sum(line => line.Deliveries));
        var troubled = commune.Sum(line => line.Troubled);
        return $"{Texts.ReportDelivered}: {delivered}"
            + (troubled > 0 ? $" · {Texts.ReportTroubled}: {LocalTime.Number(troubled)}" : "");
    }

    /// <summary>What is known of a line: a phone has no room for cells that say nothing.</summary>
    internal static string KnownOf(ReportLine line)
    {
        (string Name, string? Value)[] cells =
        [
            (Texts.ReportDelivered, ReportLabels.OutOf(line.Delivered, line.Deliveries)),
            (Texts.ReportHandTasksOpen, LocalTime.Number(line.HandTasksOpen)),
            (Texts.ReportTroubled, LocalTime.Number(line.Troubled)),
            .. Measured.Select(figure => (figure.Name, figure.Of(line) is { } told ? LocalTime.Number(told) : null)),
            (Texts.ReportFirstDelivered, line.FirstDelivered is { } first ? LocalTime.Text(first) : null),
            (Texts.ReportMeasuredAt, line.MeasuredAt is { } measured ? LocalTime.Text(measured) : null),
        ];
        return string.Join(" · ", cells.Where(cell => cell.Value is not null).Select(cell => $"{cell.Name}: {cell.Value}"));
    }

    /// <summary>The names of the figures of a line that nobody told, so that this is said once; empty where all were.</summary>
    internal static string NotMeasuredOf(ReportLine line) =>
        string.Join(", ", Measured.Where(figure => figure.Of(line) is null).Select(figure => figure.Name));
}
