using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Html;
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
        work.MapPost("/{told}/undo", UndoAsync);
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
        var frame = PageFrame.Of(context, Texts.MeetingsTitle, query.AddressOf(MeetingListModel.Path));
        return PageAnswers.Page<MeetingListPage, MeetingListModel>(
            new(
                frame with { Undo = await UndoOfAsync(frame, services, cancellationToken) },
                query,
                await services.PageAsync(query.Asked, query.Next, cancellationToken),
                directory)
            {
                Commune = commune,
                Total = commune is null ? null : await TotalAsync(commune, directory, services.Store, cancellationToken),
            });
    }

    /// <summary>The button that undoes what the reader told a moment ago; nothing elsewhere.</summary>
    private static async Task<IHtmlContent> UndoOfAsync(PageFrame frame, MeetingServices services, CancellationToken cancellationToken) =>
        frame.DoneWord is DoneLabels.MeetingTold or DoneLabels.OpinionsTold
        && IStringId<ToldId>.Find(services.Context.Request.Query[UndoForm.Parameter]) is { } told
        && await services.FindAsync(told, cancellationToken) is { Value: { } row }
        && MeetingDecisions.WhyNotUndone(row.Value, services.Caller.Person.Id) is null
            ? UndoForm.Of(frame, $"{MeetingListModel.Path}/{told}/undo", ("etag", row.ETag.ToString("H")))
            : HtmlString.Empty;

    private static async Task<CommuneTally> TotalAsync(
        Commune commune, DirectorySnapshot directory, MeetingStore store, CancellationToken cancellationToken)
    {
        var parts = await Task.WhenAll(directory.FamilyOf(commune.Id).Select(part => store.TotalAsync(part, cancellationToken)));
        return parts.Aggregate((sum, part) => sum.Plus(part));
    }

    private static async Task<IResult> AddAsync(ToldForm form, [AsParameters] MeetingPageServices page, CancellationToken cancellationToken)
    {
        var input = form.Read(page.Caller.Person);
        if (!input.IsValid)
        {
            return await page.NewAsync(form, input.Problems, cancellationToken);
        }

        var told = await page.AddAsync(input.Value, cancellationToken);
        return told.IsValid
            ? PageAnswers.Done(ListAfter(told.Value.Record.Id), form.IsOpinions ? DoneLabels.OpinionsTold : DoneLabels.MeetingTold)
            : await page.NewAsync(form, told.Problems, cancellationToken);
    }

    /// <summary>The list behind what was told, from where it can be undone.</summary>
    private static string ListAfter(ToldId told) => UndoForm.After(MeetingListModel.Path, told.Value);

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
        var closed = await page.CorrectAsync(
            told, new(after, ToldForm.PlaceOf) { Reason = Texts.MeetingClosed }, read.Version, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            closed,
            ListAfter(told),
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

    /// <summary>Undoes what somebody told a moment ago.</summary>
    private static async Task<IResult> UndoAsync(
        ToldId told, IfMatch read, [AsParameters] MeetingServices services, CancellationToken cancellationToken)
    {
        var undone = await services.Service.UndoAsync(
            told, Texts.MeetingUndone, read.Version, services.Caller.Person, cancellationToken);
        return undone.IsValid
            ? PageAnswers.Done(MeetingListModel.Path, DoneLabels.Undone)
            : ProblemAnswers.OfAll(undone.Problems);
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
