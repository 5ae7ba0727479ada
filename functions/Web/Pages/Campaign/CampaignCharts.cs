using Dissemination.Reports.Campaign;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>The charts that stand above tables of the campaign.</summary>
internal static class CampaignCharts
{
    /// <summary>The chart below a table; null where the table is as easy to read.</summary>
    public static BarChart? Of(string table, CampaignReport report) => table switch
    {
        "board" => ByCommune(report),
        "topics" => Topics(report),
        _ => null,
    } is { IsThere: true } chart ? chart : null;

    /// <summary>What each commune owes, did, and did in time; those that are furthest behind first, as in the table.</summary>
    private static BarChart ByCommune(CampaignReport report) => new(
        TextFormat.Fill(
            Texts.ChartByCommune, LocalTime.Number(report.Done), LocalTime.Number(report.Expected), LocalTime.Number(report.OnTime)),
        Texts.ChartByCommuneSays,
        "board",
        [
            .. report.Board.Where(row => row.Expected > 0).Select(row => new BarRow(
                PageLabels.Of(row.Commune),
                row.Expected,
                row.Done,
                row.OnTime,
                $"{LocalTime.Number(row.Done)}/{LocalTime.Number(row.Expected)} · {LocalTime.Number(row.OnTime)}")),
        ]);

    /// <summary>In how many communes each target, task and breakthrough was spoken of.</summary>
    private static BarChart Topics(CampaignReport report)
    {
        var communes = report.Communes.Count();
        return new(
            TextFormat.Fill(Texts.ChartTopics, report.Topics.Count(row => row.Items > 0), report.Topics.Length),
            Texts.ChartTopicsSays,
            "topics",
            [
                .. report.Topics.Select(row => new BarRow(
                    row.Topic.Text, communes, row.Communes, null, $"{LocalTime.Number(row.Communes)}/{LocalTime.Number(communes)}")),
            ]);
    }
}
