using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Reports.Campaign;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Campaign;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Pages;

/// <summary>The campaign as a whole: one page, what its cells lead to, and each table as a file.</summary>
internal static class CampaignPages
{
    public static void MapCampaignPages(this IEndpointRouteBuilder pages)
    {
        var campaign = pages.MapGroup("/campaign").RequireAuthorization();
        pages.MapGet("/campaign.xlsx", BookAsync).RequireAuthorization();
        campaign.MapGet("/", ShowAsync);
        foreach (var name in CampaignTables.Names)
        {
            campaign.MapGet($"/{name}.csv", (CampaignQuery query, CampaignReader reader, CancellationToken cancellationToken) =>
                FileAsync(name, query, reader, table => CsvOf(table, name), cancellationToken));
            campaign.MapGet($"/{name}.xlsx", (CampaignQuery query, CampaignReader reader, CancellationToken cancellationToken) =>
                FileAsync(name, query, reader, table => ExcelOf(name, table.ToSheet()), cancellationToken));
        }

        campaign.MapGet("/communes/{commune}", CommuneAsync);
        campaign.MapCommuneResults();
        campaign.MapGet(
            "/communes/{commune}.csv",
            (CommuneId commune, CampaignQuery query, HttpContext context, CampaignReader reader, CancellationToken cancellationToken) =>
                CommuneFileAsync(
                    ModelAsync(commune, query, context, reader, cancellationToken), commune, model => CsvOf(model.Table, commune.Value)));
        campaign.MapGet(
            "/communes/{commune}.xlsx",
            (CommuneId commune, CampaignQuery query, HttpContext context, CampaignReader reader, CancellationToken cancellationToken) =>
                CommuneFileAsync(
                    ModelAsync(commune, query, context, reader, cancellationToken),
                    commune,
                    model => ExcelOf(commune.Value, model.About, model.Table.ToSheet())));
    }

    /// <summary>What all communes told of meetings is for the province alone.</summary>
    private static async Task<IResult> ShowAsync(
        CampaignQuery query,
        HttpContext context,
        CampaignReader reader,
        MeetingSummaryReader meetings,
        CancellationToken cancellationToken)
    {
        var input = await reader.ReadAsync(query.Filter, cancellationToken);
        var told = await ToldAsync(input, context, meetings, cancellationToken);
        return PageAnswers.Page<CampaignPage, CampaignModel>(
            new(PageFrame.Of(context, Texts.CampaignTitle), input, query) { Meetings = told is null ? null : new(told) });
    }

    /// <summary>All that the page tells, a sheet a table.</summary>
    private static async Task<FileContentHttpResult> BookAsync(
        CampaignQuery query,
        HttpContext context,
        CampaignReader reader,
        MeetingSummaryReader meetings,
        CancellationToken cancellationToken)
    {
        var input = await reader.ReadAsync(query.Filter, cancellationToken);
        var told = await ToldAsync(input, context, meetings, cancellationToken);
        var report = CampaignFigures.Of(input);
        ImmutableArray<CampaignTable> tables = [.. new CampaignTables(report, input, query).All];
        return ExcelOf(
            "campaign",
            [
                CampaignAbout.Of(Texts.CampaignTitle, input, CampaignAbout.FiguresOf(report), tables),
                .. tables.Select(table => table.ToSheet()),
                .. told is null ? [] : MeetingSummaryFiles.Sheets(told),
            ]);
    }

    /// <returns>
    /// Null for who reads of an own commune alone, and where filters ask for what meetings are not added up by: sums of all languages would
    /// be taken for those of the one that is shown.
    /// </returns>
    private static async Task<MeetingSummary?> ToldAsync(
        CampaignInput input, HttpContext context, MeetingSummaryReader meetings, CancellationToken cancellationToken)
    {
        var isOfProvince = CurrentPerson.Find(context)?.Person is { } person
            && (person.Is(Role.Leader) || person.Is(Role.Staff) || person.Is(Role.Approver));
        return isOfProvince && input.Filter is { Language: null, Topic: null, Commune: null, Channel: null, Item: null }
            ? await meetings.ReadAsync(PeriodOf(input.Filter, input.Now), cancellationToken)
            : null;
    }

    private static FileContentHttpResult CsvOf(CampaignTable table, string name) =>
        TypedResults.File(CsvTable.Write(table.ToSheet()), CsvTable.ContentType, $"{name}.csv");

    private static FileContentHttpResult ExcelOf(string name, params ImmutableArray<ExcelTable> sheets) =>
        TypedResults.File(ExcelBook.Write(sheets), ExcelBook.ContentType, $"{name}.xlsx");

    public static MeetingPeriod PeriodOf(CampaignFilter filter, DateTimeOffset now) =>
        new(filter.Begins(now), filter.IsWhole ? null : filter.Month?.AddMonths(1).AddDays(-1));

    private static async Task<FileContentHttpResult> FileAsync(
        string name,
        CampaignQuery query,
        CampaignReader reader,
        Func<CampaignTable, FileContentHttpResult> file,
        CancellationToken cancellationToken)
    {
        var input = await reader.ReadAsync(query.Filter, cancellationToken);
        return file(new CampaignTables(CampaignFigures.Of(input), input, query).Find(name));
    }

    private static async Task<IResult> CommuneAsync(
        CommuneId commune, CampaignQuery query, HttpContext context, CampaignReader reader, CancellationToken cancellationToken) =>
        await ModelAsync(commune, query, context, reader, cancellationToken) is { } model
            ? PageAnswers.Page<CommuneStandingPage, CommuneStandingModel>(model)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, commune.Value));

    private static async Task<IResult> CommuneFileAsync(
        Task<CommuneStandingModel?> read, CommuneId commune, Func<CommuneStandingModel, FileContentHttpResult> file) =>
        await read is { } model
            ? file(model)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, commune.Value));

    private static async Task<CommuneStandingModel?> ModelAsync(
        CommuneId id, CampaignQuery query, HttpContext context, CampaignReader reader, CancellationToken cancellationToken)
    {
        var input = await reader.ReadAsync(query.Filter, cancellationToken);
        var commune = input.Directory.Known(id);
        var model = new CommuneStandingModel(PageFrame.Of(context, PageLabels.Of(commune)), input, query, commune);
        return commune.IsGone && model.Cells.IsEmpty ? null : model;
    }
}
