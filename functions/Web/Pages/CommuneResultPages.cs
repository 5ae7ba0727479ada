using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reports.Campaign;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Campaign;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>What a commune did, told back to it.</summary>
internal static class CommuneResultPages
{
    private const string Address = "/communes/{commune}/results";

    /// <param name="campaign">Whose addresses begin with <c>/campaign</c>.</param>
    public static void MapCommuneResults(this IEndpointRouteBuilder campaign)
    {
        campaign.MapGet("/results", ToOwn);
        var results = campaign.MapGroup("").LimitToOwnCommune();
        results.MapGet(Address, (CommuneId commune, [AsParameters] CommuneResultsServices page, CancellationToken cancellationToken) =>
            AnswerAsync(commune, page, model => PageAnswers.Page<CommuneResultsPage, CommuneResultsModel>(model), cancellationToken));
        results.MapGet(
            $"{Address}.csv",
            (CommuneId commune, [AsParameters] CommuneResultsServices page, CancellationToken cancellationToken) => AnswerAsync(
                commune,
                page,
                model => TypedResults.File(CsvTable.Write(model.Table.ToSheet()), CsvTable.ContentType, $"{commune}-ket-qua.csv"),
                cancellationToken));
        results.MapGet(
            $"{Address}.xlsx",
            (CommuneId commune, [AsParameters] CommuneResultsServices page, CancellationToken cancellationToken) => AnswerAsync(
                commune,
                page,
                model => TypedResults.File(
                    ExcelBook.Write(model.Table.ToSheet()), ExcelBook.ContentType, $"{commune}-ket-qua.xlsx"),
                cancellationToken));
    }

    /// <summary>From pages that do not know whose commune it is.</summary>
    private static IResult ToOwn(CurrentPerson caller) => caller.Person.Commune is { } commune
        ? Results.LocalRedirect($"/campaign/communes/{commune}/results")
        : Results.LocalRedirect("/campaign");

    private static async Task<IResult> AnswerAsync(
        CommuneId id, CommuneResultsServices page, Func<CommuneResultsModel, IResult> answer, CancellationToken cancellationToken)
    {
        var filter = page.Query.Filter with { Commune = id, Item = null };
        var input = await page.Campaign.ReadAsync(filter, cancellationToken);
        if (input.Directory.Find(id) is not { } commune)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, id.Value));
        }

        var told = await page.Meetings.ReadAsync(CampaignPages.PeriodOf(filter, input.Now), cancellationToken);
        var results = CommuneResults.Of(commune, CampaignFigures.CellsOf(input), told, input.Directory);
        var title = TextFormat.Fill(Texts.ResultsOf, PageLabels.Of(commune));
        return answer(new CommuneResultsModel(PageFrame.Of(page.Context, title), input, page.Query, results));
    }
}
