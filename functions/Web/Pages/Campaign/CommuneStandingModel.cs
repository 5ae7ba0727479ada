using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>Every item that a commune owes, with on whom it waits: what a cell of the board leads to.</summary>
public sealed class CommuneStandingModel : PageModel
{
    /// <summary>How many rows the page shows, so that it stays a page; all are in the file.</summary>
    internal const int MostRows = 20;

    internal CommuneStandingModel(PageFrame frame, CampaignInput input, CampaignQuery query, Commune commune)
        : base(frame)
    {
        (Input, Query, Commune) = (input, query, commune);
        Cells =
        [
            .. CampaignFigures.CellsOf(input with { Filter = input.Filter with { Commune = commune.Id } })
                .OrderByDescending(cell => cell.Stage)
                .ThenBy(cell => cell.Wait?.Since ?? cell.Item.StartsAt)
                .ThenBy(cell => cell.Item.Item.Value, StringComparer.Ordinal),
        ];
    }

    internal CampaignInput Input { get; }

    internal CampaignQuery Query { get; }

    internal Commune Commune { get; }

    internal ImmutableArray<ItemCell> Cells { get; }

    /// <summary>Whether the reader may read what came of it there: the province, and the commune's own people.</summary>
    internal bool SeesResults => !Commune.IsGone
        && Frame.Person is { } person && (person.ReadsAllCommunes || person.Reads(Commune.MergedInto ?? Commune.Id));

    internal CampaignTable Table => new(
        "commune",
        Texts.CampaignCommuneTitle,
        TextFormat.Fill(
            Texts.CampaignCommuneCaption,
            LocalTime.Number(Cells.Sum(cell => cell.Figures.Done)),
            LocalTime.Number(Cells.Sum(cell => cell.Figures.Expected)),
            LocalTime.Number(Cells.Sum(cell => cell.Figures.OnTime))),
        [
            new(Texts.CampaignItems),
            new(Texts.ReportLanguage),
            new(Texts.CampaignStage),
            new(Texts.CampaignWaitsOn),
            CampaignColumn.OfWait(),
            new(Texts.CampaignExpected, IsNumber: true),
            new(Texts.CampaignDone, IsNumber: true),
            new(Texts.CampaignOnTime, IsNumber: true),
        ],
        [.. Cells.Select(Row)]);

    /// <summary>The first sheet of its file.</summary>
    internal ExcelTable About => CampaignAbout.Of(
        $"{Texts.CampaignCommuneTitle}: {PageLabels.Of(Commune)}",
        Input,
        [
            [Texts.CampaignItems, Cells.Select(cell => cell.Item.Item).Distinct().Count()],
            [Texts.CampaignExpected, Cells.Sum(cell => cell.Figures.Expected)],
            [Texts.CampaignDone, Cells.Sum(cell => cell.Figures.Done)],
            [Texts.CampaignOnTime, Cells.Sum(cell => cell.Figures.OnTime)],
        ],
        [Table]);

    private ImmutableArray<CampaignValue> Row(ItemCell cell)
    {
        var owner = Input.Directory.Find(cell.Commune) ?? Commune;
        var wait = cell.Wait;
        var reason = CampaignLabels.Of(wait?.Reason, Input.Directory);
        return
        [
            new(
                owner.Id == Commune.Id ? cell.Item.Headline : $"{cell.Item.Headline} ({PageLabels.Of(owner)})",
                Href: Query.OnItem(cell.Item.Item)),
            new(PageLabels.Of(cell.Language)),
            new(
                $"{Labels.Of(cell.Stage)}{(reason.Length > 0 ? $": {reason}" : "")}{(cell.IsLate ? $" · {Texts.CampaignIsLate}" : "")}",
                Tone: CampaignLabels.ToneOf(cell.Stage)),
            new(wait is null ? "–" : CampaignLabels.Of(wait.On, wait.Person, Asked(wait, owner), cell.Language, Input.Directory)),
            wait is null ? new("–") : CampaignLabels.Since(wait.Since, Input.Now),
            CampaignValue.Of(cell.Figures.Expected),
            CampaignValue.Of(cell.Figures.Done),
            CampaignValue.Of(cell.Figures.OnTime),
        ];
    }

    private Commune Asked(Wait wait, Commune owner) =>
        wait.Commune is { } asked && Input.Directory.Find(asked) is { } commune ? commune : owner;
}
