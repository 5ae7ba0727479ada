using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Reports.Calendar;
using Dissemination.Web.Pages.Calendar;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Pages;

/// <summary>What goes out when: a week or a month, and the times of one item.</summary>
internal static class CalendarPages
{
    public static void MapCalendarPages(this IEndpointRouteBuilder pages)
    {
        var calendar = pages.MapGroup("/calendar").RequireAuthorization();
        calendar.MapGet("/", ShowAsync);
        calendar.MapGet("/calendar.xlsx", FileAsync);
        calendar.MapGet("/{id}", (ItemId id, [AsParameters] OccasionPageServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(id, [], OccasionForm.For(page.Context.Request.Query["day"]), cancellationToken));
        var acts = calendar.MapGroup("/{id}").RequireAuthorization(Policies.StaffOrApprover);
        acts.MapPost("/move", (
            ItemId id, OccasionForm form, IfMatch read, [AsParameters] OccasionPageServices page, CancellationToken cancellationToken) =>
            page.ActAsync(
                id, new OccasionAct.Move(form.Languages, form.At), (form, read), DoneLabels.OccasionMoved, cancellationToken));
        acts.MapPost("/hold", (
            ItemId id, OccasionForm form, IfMatch read, [AsParameters] OccasionPageServices page, CancellationToken cancellationToken) =>
            page.ActAsync(id, new OccasionAct.Hold(form.Languages), (form, read), DoneLabels.OccasionHeld, cancellationToken));
        acts.MapPost("/cancel", (
            ItemId id, OccasionForm form, IfMatch read, [AsParameters] OccasionPageServices page, CancellationToken cancellationToken) =>
            page.ActAsync(id, new OccasionAct.Cancel(form.Languages), (form, read), DoneLabels.OccasionCancelled, cancellationToken));
        acts.MapPost("/resume", (
            ItemId id, OccasionForm form, IfMatch read, [AsParameters] OccasionPageServices page, CancellationToken cancellationToken) =>
            page.ActAsync(id, new OccasionAct.Resume(form.Languages), (form, read), DoneLabels.OccasionResumed, cancellationToken));
    }

    private static async Task<IResult> ShowAsync(
        CalendarQuery query, HttpContext context, CalendarReader calendar, TimeProvider time, CancellationToken cancellationToken)
    {
        var (from, to) = query.Span(LocalTime.DayOf(time.GetUtcNow()));
        var input = calendar.ReadAsync(from, to, cancellationToken);
        var undated = query.Filter.IsAll ? calendar.UndatedAsync(cancellationToken) : Task.FromResult<ImmutableArray<Item>>([]);
        await Task.WhenAll(input, undated);
        PageAnswers.AllowOwnScript(context);
        return PageAnswers.Page<CalendarPage, CalendarModel>(
            new(PageFrame.Of(context, Texts.CalendarTitle), await input, query) { Undated = await undated });
    }

    private static async Task<FileContentHttpResult> FileAsync(
        CalendarQuery query, CalendarReader calendar, TimeProvider time, CancellationToken cancellationToken)
    {
        var (from, to) = query.Span(LocalTime.DayOf(time.GetUtcNow()));
        var input = await calendar.ReadAsync(from, to, cancellationToken);
        return TypedResults.File(
            CalendarBook.Write(CalendarEntries.Of(input, query.Filter)), ExcelBook.ContentType, $"lich-dang-{from:yyyy-MM-dd}.xlsx");
    }
}
