using Dissemination.Problems;
using Dissemination.Reports;
using Dissemination.Reports.Periods;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Readers;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>The reports of weeks and months: their list, their files as they were written, and their corrections.</summary>
internal static class PeriodReportPages
{
    /// <param name="reports">Whose addresses begin with <c>/reports</c>.</param>
    public static void MapPeriodReports(this IEndpointRouteBuilder reports)
    {
        reports.MapGet("/periods", ListAsync);
        reports.MapGet("/periods/{period}", NewestAsync);
        reports.MapGet("/periods/{period}/{edition}/{language}/{name}", OpenAsync);
        var staff = reports.MapGroup("/periods/{period}/correct").RequireAuthorization(Policies.Staff);
        staff.MapGet("", AskAsync);
        staff.MapPost("", CorrectAsync);
    }

    private static async Task<IResult> ListAsync(
        string? next, HttpContext context, PeriodStore store, CancellationToken cancellationToken) =>
        PageAnswers.Page<PeriodListPage, PeriodListModel>(
            new(PageFrame.Of(context, Texts.PeriodsTitle), await store.PageAsync(next, size: 12, cancellationToken)));

    /// <summary>The newest edition, in the language of the reader.</summary>
    private static async Task<IResult> NewestAsync(ReportPeriod period, PeriodStore store, CancellationToken cancellationToken) =>
        await FindAsync(period, store, cancellationToken) is { } newest
            ? Results.LocalRedirect(new PeriodFile(new(period, newest.Edition), ReportLanguages.Current, PeriodFile.Html).Address)
            : Unknown();

    private static async Task<IResult> OpenAsync(
        [AsParameters] PeriodFileQuery file, HttpContext context, PeriodStore store, CancellationToken cancellationToken)
    {
        if (!file.IsPossible || await store.OpenAsync(file.ToFile(), cancellationToken) is not { } found)
        {
            return Unknown();
        }

        PageAnswers.AllowOwnStyle(context);
        return Results.Stream(
            found.Content,
            found.Details.ContentType,
            file.Name == PeriodFile.Html ? null : $"{file.Period}-{file.Language}-{file.Name}");
    }

    private static async Task<IResult> AskAsync(
        ReportPeriod period, HttpContext context, PeriodStore store, CancellationToken cancellationToken) =>
        await FindAsync(period, store, cancellationToken) is { } newest ? Ask(context, newest, "", []) : Unknown();

    private static async Task<IResult> CorrectAsync(
        ReportPeriod period,
        [FromForm] int edition,
        [FromForm] string? reason,
        [AsParameters] PeriodCorrectionServices page,
        CancellationToken cancellationToken)
    {
        var corrected = await page.Reports.CorrectAsync(new(period, edition), page.Caller.Person, reason ?? "", cancellationToken);
        return corrected.IsDone
            ? PageAnswers.Done("/reports", DoneLabels.ReportCorrected)
            : await FindAsync(period, page.Store, cancellationToken) is { } newest
                ? Ask(page.Context, newest, reason ?? "", corrected.Problems)
                : Unknown();
    }

    private static IResult Ask(HttpContext context, PeriodHead newest, string reason, IReadOnlyList<Problem> problems) =>
        PageAnswers.Page<PeriodCorrectionPage, PeriodCorrectionModel>(
            new(FrameOf(context, newest.Period) with { Problems = problems }, newest, reason), PageAnswers.StatusOf(problems));

    private static PageFrame FrameOf(HttpContext context, ReportPeriod period) => PageFrame.Of(
        context, $"{Texts.PeriodCorrect}: {PeriodLabels.Of(period)}", $"/reports/periods/{period}/correct");

    private static ValueTask<PeriodHead?> FindAsync(ReportPeriod period, PeriodStore store, CancellationToken cancellationToken) =>
        store.EditionsAsync(period, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    private static ProblemHttpResult Unknown() => ProblemAnswers.Of(new(nameof(ProblemTexts.ReportNotFound)));
}
