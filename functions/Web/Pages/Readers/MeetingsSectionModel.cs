using System.Globalization;
using Dissemination.Reach.Meetings;
using Dissemination.Web.Pages.Communes;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Readers;

/// <summary>Meetings and opinions as a section of a page for leadership.</summary>
public sealed class MeetingsSectionModel
{
    internal MeetingsSectionModel(MeetingSummary summary) => Summary = summary;

    internal MeetingSummary Summary { get; }

    /// <summary>For example <c>38 trong 45 xã, phường đã báo cáo</c>.</summary>
    internal string ReportedBy(int communes) => TextFormat.Fill(
        Texts.MeetingReported, LocalTime.Number(communes), LocalTime.Number(Summary.Reported.Communes));

    /// <summary>For example <c>số người dự của 12 trong 14 cuộc</c>; nothing where there was no meeting.</summary>
    internal static string CountedOf(MeetingFigures figures) => figures.Meetings == 0 ? "" : TextFormat.Fill(
        Texts.MeetingCounted, LocalTime.Number(figures.Counted), LocalTime.Number(figures.Meetings));

    /// <summary>The same figures as a file.</summary>
    internal string FileAddress(string extension) => QueryHelpers.AddQueryString(
        $"/meetings/summary.{extension}",
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["from"] = Text(Summary.Period.From), ["to"] = Text(Summary.Period.To) });

    private static string? Text(DateOnly? day) => day?.ToString(ToldForm.DayFormat, CultureInfo.InvariantCulture);
}
