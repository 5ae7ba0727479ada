using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>Meetings and opinions: communicators tell of those of their commune, staff of all; the province's people read them.</summary>
internal static class MeetingPages
{
    public static void MapMeetingPages(this IEndpointRouteBuilder pages)
    {
        var meetings = pages.MapGroup(MeetingListModel.Path).RequireAuthorization();
        meetings.MapGroup("").LimitToOwnCommune().MapGet("", ListAsync);
        meetings.MapGet("/{told}", (ToldId told, [AsParameters] MeetingPageServices page, CancellationToken cancellationToken) =>
            page.OneAsync(told, typed: null, [], cancellationToken));
        var work = meetings.MapGroup("").RequireAuthorization(Policies.StaffOrCommunicator);
        work.MapGet(
            "/new",
            (
                string? what,
                string? kind,
                CommuneId? commune,
                [AsParameters] MeetingPageServices page,
                CancellationToken cancellationToken) =>
                page.NewAsync(page.Empty(what, kind, commune), [], cancellationToken));
        work.MapPost("/new", AddAsync);
        work.MapPost("/{told}", CorrectAsync);
        work.MapGet("/{told}/close", (ToldId told, [AsParameters] MeetingPageServices page, CancellationToken cancellationToken) =>
            page.CloseAsync(told, typed: null, [], cancellationToken));
        work.MapPost("/{told}/close", CloseAsync);
        work.MapPost("/{told}/withdraw", WithdrawAsync);
        work.MapMeetingSheets();
        meetings.MapMeetingSummary();
    }

    private static async Task<IResult> ListAsync(
        ToldListQuery query, HttpContext context, [AsParameters] MeetingServices services, CancellationToken cancellationToken)
    {
        if (query.Refusal is { } refusal)
        {
            return ProblemAnswers.Of(refusal);
        }

        var directory = await services.Directories.CurrentAsync(cancellationToken);
        var commune = services.Caller.CommuneOf(query.Asked.Commune) is { } id ? directory.Find(id) : null;
        return PageAnswers.Page<MeetingListPage, MeetingListModel>(
            new(
                PageFrame.Of(context, Texts.MeetingsTitle, query.AddressOf(MeetingListModel.Path)),
                query,
                await services.PageAsync(query.Asked, query.Next, cancellationToken),
                directory)
            {
                Commune = commune,
                Total = commune is null ? null : await TotalAsync(commune, directory, services.Store, cancellationToken),
            });
    }

    private static async Task<CommuneTally> TotalAsync(
        Commune commune, DirectorySnapshot directory, MeetingStore store, CancellationToken cancellationToken)
    {
        var parts = await Task.WhenAll(directory.FamilyOf(commune.Id).Select(part => store.TotalAsync(part, cancellationToken)));
        return parts.Aggregate((sum, part) => sum.Plus(part));
    }

    private static async Task<IResult> AddAsync(ToldForm form, [AsParameters] MeetingPageServices page, CancellationToken cancellationToken)
    {
        var input = form.Read(page.Caller.Person);
        IReadOnlyList<Problem> problems = input.IsValid
            ? (await page.Service.AddAsync(input.Value, page.Caller.Person, cancellationToken)).Problems
            : input.Problems;
        return await PageAnswers.DoneOrAgainAsync(
            problems,
            MeetingListModel.Path,
            form.IsOpinions ? DoneLabels.OpinionsTold : DoneLabels.MeetingTold,
            wrong => page.NewAsync(form, wrong, cancellationToken));
    }

    /// <summary>How many came and what was read, where the rest was told before the meeting began.</summary>
    private static async Task<IResult> CloseAsync(
        ToldId told, IFormCollection form, IfMatch read, [AsParameters] MeetingPageServices page, CancellationToken cancellationToken)
    {
        var typed = MeetingCloseForm.Of(form);
        if (await page.Store.FindAsync(told, cancellationToken) is not { Value.Told: { Meeting: { } meeting } before })
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.MeetingNotFound)));
        }

        int? attendance = null;
        if (!string.IsNullOrWhiteSpace(typed.Attendance))
        {
            if (!ToldCount.TryParse(typed.Attendance, out var count))
            {
                Problem wrong = new(nameof(ProblemTexts.AttendanceNotANumber), ToldForm.PlaceOf(ToldField.Attendance), typed.Attendance);
                return await page.CloseAsync(told, typed, [wrong], cancellationToken);
            }

            attendance = count;
        }

        var after = before with
        {
            Meeting = meeting with { Attendance = attendance },
            Items = typed.Items,
        };
        var closed = await page.Service.CorrectAsync(
            told, new(after, ToldForm.PlaceOf) { Reason = Texts.MeetingClosed }, read.Version, page.Caller.Person, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            closed.Problems,
            MeetingListModel.Path,
            DoneLabels.MeetingTold,
            problems => page.CloseAsync(told, typed, problems, cancellationToken));
    }

    private static async Task<IResult> CorrectAsync(
        ToldId told, ToldForm form, IfMatch read, [AsParameters] MeetingPageServices page, CancellationToken cancellationToken)
    {
        var input = form.Read(page.Caller.Person);
        IReadOnlyList<Problem> problems = input.IsValid
            ? (await page.Service.CorrectAsync(told, input.Value, read.Version, page.Caller.Person, cancellationToken)).Problems
            : input.Problems;
        return await PageAnswers.DoneOrAgainAsync(
            problems,
            $"{MeetingListModel.Path}/{told}",
            DoneLabels.MeetingCorrected,
            wrong => page.OneAsync(told, form, wrong, cancellationToken));
    }

    private static async Task<IResult> WithdrawAsync(
        ToldId told, [FromForm] string? reason, IfMatch read, [AsParameters] MeetingServices services, CancellationToken cancellationToken)
    {
        var withdrawn = await services.Service.WithdrawAsync(told, reason ?? "", read.Version, services.Caller.Person, cancellationToken);
        return withdrawn.IsValid
            ? PageAnswers.Done(MeetingListModel.Path, DoneLabels.MeetingWithdrawn)
            : ProblemAnswers.OfAll(withdrawn.Problems);
    }
}
