using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Readers;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>The sums of meetings and opinions, and their files.</summary>
internal static class MeetingSummaryPages
{
    private const string FileName = "hoi-nghi-y-kien";

    public static void MapMeetingSummary(this IEndpointRouteBuilder meetings)
    {
        var summary = meetings.MapGroup("").RequireAuthorization(Policies.Province);
        summary.MapGet(
            "/summary",
            (ToldListQuery query, HttpContext context, MeetingSummaryReader summaries, CancellationToken cancellationToken) =>
                AnswerAsync(query, summaries, sums => Show(sums, context), cancellationToken));
        summary.MapGet("/summary.csv", (ToldListQuery query, MeetingSummaryReader summaries, CancellationToken cancellationToken) =>
            AnswerAsync(
                query,
                summaries,
                sums => TypedResults.File(MeetingSummaryFiles.Csv(sums), "text/csv; charset=utf-8", $"{FileName}.csv"),
                cancellationToken));
        summary.MapGet("/summary.xlsx", (ToldListQuery query, MeetingSummaryReader summaries, CancellationToken cancellationToken) =>
            AnswerAsync(
                query,
                summaries,
                sums => TypedResults.File(MeetingSummaryFiles.Excel(sums), ExcelBook.ContentType, $"{FileName}.xlsx"),
                cancellationToken));
    }

    private static async Task<IResult> AnswerAsync(
        ToldListQuery query, MeetingSummaryReader summaries, Func<MeetingSummary, IResult> answer, CancellationToken cancellationToken) =>
        query.Refusal is { } refusal
            ? ProblemAnswers.Of(refusal)
            : answer(await summaries.ReadAsync(query.Period, cancellationToken));

    private static IResult Show(MeetingSummary summary, HttpContext context) =>
        PageAnswers.Page<MeetingsSummaryPage, MeetingsSummaryModel>(new(PageFrame.Of(context, Texts.MeetingSummaryTitle), summary));
}
