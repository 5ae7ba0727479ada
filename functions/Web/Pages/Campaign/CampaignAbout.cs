using Dissemination.Problems;
using Dissemination.Reports.Campaign;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>The first sheet of a file of the campaign: what it is, what was asked for, and of when its figures are.</summary>
internal static class CampaignAbout
{
    public static ExcelTable Of(
        string title, CampaignInput input, IEnumerable<object?[]> figures, IEnumerable<CampaignTable> tables) => new(
        Texts.FileAbout,
        [new(Texts.FileAboutWhat, 40), new(Texts.FileAboutValue, 90)],
        [
            [Texts.FileAbout, title],
            [Texts.CampaignPeriod, CampaignLabels.PeriodOf(input)],
            [Texts.ReportLanguage, input.Filter.Language is { } language ? PageLabels.Of(language) : Texts.CampaignAllLanguages],
            [Texts.CampaignTopic, TopicOf(input) ?? Texts.CampaignAllTopics],
            [Texts.CampaignChannel, input.Filter.Channel is { } channel ? Labels.Of(channel) : Texts.CampaignAllChannels],
            [Texts.ReportCommune, CommuneOf(input) ?? Texts.CampaignAllCommunes],
            [Texts.FileFiguresOf, input.Items.Max(item => (DateTimeOffset?)item.At) is { } at ? at : Texts.CampaignNoFigures],
            [Texts.FileMadeAt, input.Now],
            .. figures,
            .. tables.Select(table => new object?[] { table.Title, table.Caption }),
        ]);

    public static IEnumerable<object?[]> FiguresOf(CampaignReport report) =>
    [
        [Texts.CampaignItems, report.Items],
        [Texts.CampaignMeasuredCommunes, $"{LocalTime.Number(report.CommunesMeasured)}/{LocalTime.Number(report.CommunesOwing)}"],
        [Texts.CampaignExpected, report.Expected],
        [Texts.CampaignDone, report.Done],
        [Texts.CampaignOnTime, report.OnTime],
    ];

    private static string? CommuneOf(CampaignInput input) => input.Filter.Commune is not { } id
        ? null
        : input.Directory.Find(id) is { } commune ? PageLabels.Of(commune) : id.Value;

    private static string? TopicOf(CampaignInput input) => input.Filter.Topic is not { } code
        ? null
        : input.Resolutions.SelectMany(resolution => resolution.Topics).FirstOrDefault(topic => topic.Code == code)?.Text ?? code;
}
