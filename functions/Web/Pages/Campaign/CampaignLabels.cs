using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>The campaign in the reader's words.</summary>
internal static class CampaignLabels
{
    /// <summary>The class of the style sheet for a stage; every stage has its word beside it.</summary>
    public static string ToneOf(CampaignStage? stage) => stage switch
    {
        null => "none",
        CampaignStage.Done => "good",
        CampaignStage.Nearly => "near",
        CampaignStage.Failed => "bad",
        CampaignStage.Confirmation or CampaignStage.Sending or CampaignStage.Later => "hand",
        CampaignStage.Review or CampaignStage.Approval => "wait",
        CampaignStage.Translation => "open",
        _ => "none",
    };

    public static string Of(CampaignStage? stage) => stage is { } one ? Labels.Of(one) : Texts.CampaignNothingOwed;

    /// <summary>How long ago something was, or how long it took, in the largest unit that says it.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => TextFormat.Fill(Texts.SpanMinutes, Math.Max(0, (long)span.TotalMinutes)),
        { TotalHours: < 48 } => TextFormat.Fill(Texts.SpanHours, (long)span.TotalHours),
        _ => TextFormat.Fill(Texts.SpanDays, (long)span.TotalDays),
    };

    /// <summary>On whom something waits: by name, by office, or what has to happen.</summary>
    public static string Of(WaitsOn on, PersonId? person, Commune commune, LanguageTag language, DirectorySnapshot directory) => on switch
    {
        WaitsOn.Commune => TextFormat.Fill(Texts.WaitsOn_Commune, PageLabels.Of(commune)),
        WaitsOn.Translators when person is { } one => directory.Find(one)?.Name ?? one.Value,
        WaitsOn.Translators => TextFormat.Fill(Texts.WaitsOn_Translators, PageLabels.Of(language)),
        WaitsOn.Reviewers => TextFormat.Fill(Texts.WaitsOn_Reviewers, PageLabels.Of(language)),
        _ => Labels.Of(on),
    };

    /// <summary>Since when something waits, and how long that is.</summary>
    public static CampaignValue Since(DateTimeOffset since, DateTimeOffset now) =>
        new(TextFormat.Fill(Texts.CampaignWaited, Span(now - since), LocalTime.Text(since))) { At = since };

    /// <summary>Since when items are counted, in words.</summary>
    public static string PeriodOf(CampaignInput input) => input.Filter switch
    {
        { Item: { } item } => input.Items.Select(one => one.Headline).FirstOrDefault() ?? item.Value,
        { IsWhole: true } => Texts.CampaignWhole,
        { Month: { } month } => TextFormat.Fill(Texts.CampaignMonth, month.Month, month.Year),
        _ => TextFormat.Fill(Texts.CampaignLastDays, CampaignFilter.Days),
    };

    /// <summary>What happened, in plain words and without a full stop: other words follow it.</summary>
    public static string Of(Problem? reason, DirectorySnapshot directory) =>
        reason is null ? "" : LaneLabels.TextOf(reason, directory).TrimEnd('.');

    /// <summary>Why posts failed; of several the first is an example, because it names its place.</summary>
    public static string WhyOf(FailureClass failure, Problem? reason, int count, DirectorySnapshot directory) => (reason, count) switch
    {
        (null, _) => Labels.Of(failure),
        (_, 1) => Of(reason, directory),
        _ => TextFormat.Fill(Texts.CampaignFailureLike, Labels.Of(failure), Of(reason, directory)),
    };
}
