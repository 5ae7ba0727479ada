using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>
/// A translation: who works at it, what is said of it, and whether it is right. Its words are written by <see cref="DraftPages"/>.
/// </summary>
internal static class TranslationPages
{
    public static void MapTranslationPages(this IEndpointRouteBuilder pages)
    {
        pages.MapRecordingPages();
        var translation = pages.MapGroup("/translations/{version}").RequireAuthorization();
        translation.MapGet(
            "/", (TextId version, [AsParameters] TranslationPageServices page, CancellationToken cancellationToken) =>
                page.ShowAsync(version, [], new(), cancellationToken));
        var work = translation.MapGroup("").RequireAuthorization(Policies.Communicator);
        work.MapDraftPages();
        work.MapPost("/approve", ApproveAsync);
        work.MapPost("/return", ReturnAsync);
        work.MapPost("/undo", UndoAsync);
        work.MapPost("/fill", FillAsync);
        work.MapPost("/claim", ClaimAsync);
        work.MapPost("/dismiss", DismissAsync);
        work.MapPost("/variant", StartVariantAsync);
        work.MapPost("/drop", DropVariantAsync);
        translation.MapPost("/release", ReleaseAsync).RequireAuthorization(Policies.StaffOrCommunicator);
        translation.MapPost("/comments", CommentAsync).RequireAuthorization(Policies.StaffOrCommunicator);
        translation.MapPost("/assign", AssignAsync).RequireAuthorization(Policies.Staff);
    }

    private static async Task<IResult> FillAsync(
        TextId version,
        IfMatch read,
        SegmentFiller filler,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        var filled = await filler.FillAsync(version, page.By, read.Version, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            filled.Value?.Missed is { } missed ? [missed] : filled.Problems,
            TranslationPageServices.AddressOf(version),
            DoneLabels.FilledIn,
            problems => page.ShowAsync(version, problems, new(), cancellationToken));
    }

    private static async Task<IResult> ClaimAsync(
        TextId version, IfMatch read, [AsParameters] TranslationPageServices page, CancellationToken cancellationToken)
    {
        var claimed = await page.Translations.ClaimAsync(version, page.By, read.Version, cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.Claimed, claimed, new(), cancellationToken);
    }

    private static async Task<IResult> ReleaseAsync(
        TextId version, IfMatch read, [AsParameters] TranslationPageServices page, CancellationToken cancellationToken)
    {
        var released = await page.Translations.ReleaseAsync(version, page.By, read.Version, cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.LeftToOthers, released, new(), cancellationToken);
    }

    private static async Task<IResult> DismissAsync(
        TextId version,
        [FromForm] string? finding,
        [FromForm] string? reason,
        IfMatch read,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        var dismissed = await page.Translations.DismissAsync(version, finding ?? "", reason, page.By, read.Version, cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.WarningDismissed, dismissed, new(), cancellationToken);
    }

    private static async Task<IResult> StartVariantAsync(
        VersionId version,
        VariantCommands variants,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        var started = await variants.StartAsync(version, page.By, cancellationToken);
        return await page.AnswerAsync(
            started.IsDone ? started.Value.Value.TextId : version, DoneLabels.VariantStarted, started, new(), cancellationToken);
    }

    private static async Task<IResult> DropVariantAsync(
        TextId version,
        [FromForm] string? reason,
        IfMatch read,
        VariantCommands variants,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        var dropped = await variants.DropAsync(version, reason, page.By, read.Version, cancellationToken);
        return await page.AnswerAsync(
            version, DoneLabels.VariantDropped, dropped, new() { DropReason = reason ?? "" }, cancellationToken);
    }

    private static async Task<IResult> AssignAsync(
        TextId version,
        [FromForm] string? to,
        [FromForm] string? due,
        IfMatch read,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        var (dueAt, problem) = Assignee.Due(due);
        var assigned = problem is not null
            ? problem
            : await page.Translations.AssignAsync(
                version, Assignee.Read(to, dueAt, page.By.Id), page.By, read.Version, cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.Assigned, assigned, new(), cancellationToken);
    }

    private static async Task<IResult> CommentAsync(
        TextId version,
        [FromForm] string? comment,
        [FromForm] int? segment,
        CommentService comments,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        var problem = await page.Translations.WhyNoCommentAsync(version, page.By, cancellationToken)
            ?? (await comments.AddAsync(version, comment, segment, page.By, cancellationToken)).Problem;
        return problem is null
            ? PageAnswers.Done(TranslationPageServices.AddressOf(version), DoneLabels.Commented)
            : await page.ShowAsync(version, [problem], new() { Comment = comment }, cancellationToken);
    }

    private static async Task<IResult> ApproveAsync(
        TextId version, IfMatch read, [AsParameters] TranslationPageServices page, CancellationToken cancellationToken)
    {
        var approved = await page.Translations.ApproveAsync(version, page.By, read.Version, cancellationToken);
        approved = await page.Translations.OnceAsync(
            version,
            approved,
            text => text.State is TranslationState.Approved && text.ReviewedBy == page.By.Id,
            cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.TranslationApproved, approved, new(), cancellationToken);
    }

    /// <summary>Undoes what the reader decided a moment ago.</summary>
    private static async Task<IResult> UndoAsync(
        TextId version, IfMatch read, [AsParameters] TranslationPageServices page, CancellationToken cancellationToken)
    {
        var undone = await page.Undo.UndoAsync(version, page.By, read.Version, cancellationToken);
        return await page.AnswerAsync(version, DoneLabels.Undone, undone, new(), cancellationToken);
    }

    private static async Task<IResult> ReturnAsync(
        TextId version,
        [FromForm] string? cause,
        [FromForm] string? reason,
        IfMatch read,
        [AsParameters] TranslationPageServices page,
        CancellationToken cancellationToken)
    {
        var why = EnumNames.Find<ReturnCause>(cause ?? "");
        var told = GivenReason.Of(why, reason);
        var returned = await page.Translations.ReturnAsync(version, told, page.By, read.Version, cancellationToken);
        returned = await page.Translations.OnceAsync(
            version,
            returned,
            text => text.State is TranslationState.Returned && text.ReviewedBy == page.By.Id && text.ReturnReason == told?.Trim(),
            cancellationToken);
        return await page.AnswerAsync(
            version, DoneLabels.Returned, returned, new() { Cause = why, Reason = reason ?? "" }, cancellationToken);
    }
}
