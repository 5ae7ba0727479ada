using Dissemination.Translation;

namespace Dissemination.Reports;

/// <summary>How a line of a report stands, in words.</summary>
internal static class ReportLabels
{
    public static string Of(ReportLine line) => line.Status switch
    {
        ReportLineStatus.WaitsForTranslation => $"{Labels.Of(line.Status)} ({Labels.Of(line.Translation ?? TranslationState.Wanted)})",
        ReportLineStatus.UnderWay when line.HandTasksOpen > 0 => Texts.ReportLineStatus_HandTasksOpen,
        var status => Labels.Of(status),
    };

    /// <summary>For example <c>12/45</c>.</summary>
    public static string OutOf(int part, int whole) => $"{LocalTime.Number(part)}/{LocalTime.Number(whole)}";
}
