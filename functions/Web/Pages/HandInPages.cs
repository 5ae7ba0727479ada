using System.Text;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

internal static class HandInPages
{
    private const string Address = HandInPageServices.Address;

    /// <summary>How long a page waits before it asks again what became of a file.</summary>
    private const string RefreshSeconds = "3";

    public static void MapHandInPages(this IEndpointRouteBuilder pages)
    {
        var handIn = pages.MapGroup(Address).RequireAuthorization(Policies.StaffOrApprover);
        handIn.MapGet("/", (string? next, [AsParameters] HandInPageServices page, CancellationToken cancellationToken) =>
            page.ListAsync(next, [], cancellationToken));
        handIn.MapPost("/", HandInAsync).WithMetadata(new BodyLimit(HandInFolders.MostBytes));
        handIn.MapGet("/{id}", FindAsync);
        handIn.MapGet("/{id}/original", OriginalAsync);
        handIn.MapPost("/{id}/unicode", ToUnicodeAsync);
    }

    private static async Task<IResult> HandInAsync(
        IFormFileCollection files,
        [FromForm] string? folder,
        [AsParameters] HandInPageServices page,
        CancellationToken cancellationToken)
    {
        List<Problem> problems = [];
        List<HandedIn> handedIn = [];
        foreach (var file in files.Where(file => file.FileName.Length > 0))
        {
            var (container, path) = HandInFolders.Of(folder, file.FileName);
            if (!HandInFolders.IsOpenTo(container, page.Caller.Person))
            {
                problems.Add(new(nameof(ProblemTexts.NotYourRole), new(file.FileName)));
                continue;
            }

            var put = await page.Service.PutAsync(
                container, path, file.OpenReadStream(), file.Length, FreshSignIn.HandsIn(page.Context), cancellationToken);
            if (put.IsDone)
            {
                handedIn.Add(put.Value);
            }
            else
            {
                problems.Add(put.Problem.Place is null ? put.Problem with { Place = new(file.FileName) } : put.Problem);
            }
        }

        return (handedIn, problems) switch
        {
            ([], []) => await page.ListAsync(next: null, [new(nameof(ProblemTexts.NoFileChosen))], cancellationToken),
            ([var only], []) => Results.LocalRedirect($"{Address}/{only.Id}"),
            (_, []) => PageAnswers.Done(Address, DoneLabels.HandedIn),
            _ => await page.ListAsync(next: null, problems, cancellationToken),
        };
    }

    private static async Task<IResult> FindAsync(
        HandInId id, [AsParameters] HandInPageServices page, TimeProvider time, CancellationToken cancellationToken)
    {
        var handIn = await page.HandIns.FindAsync(id, cancellationToken);
        var title = handIn is null ? Texts.HandInWaitsTitle : PictureFields.FileName(handIn.File);
        var model = new HandInModel(
            PageFrame.Of(page.Context, title), id, handIn, await page.Directories.CurrentAsync(cancellationToken), time.GetUtcNow());
        if (model.IsAwaited)
        {
            page.Context.Response.Headers["Refresh"] = RefreshSeconds;
        }

        return PageAnswers.Page<HandInPage, HandInModel>(model);
    }

    /// <summary>
    /// Hands the kept original in again with its old font's words in Unicode: only when a person, who has read what they become, asks for
    /// it.
    /// </summary>
    private static async Task<IResult> ToUnicodeAsync(
        HandInId id, [AsParameters] HandInPageServices page, CancellationToken cancellationToken)
    {
        if (await page.HandIns.FindAsync(id, cancellationToken) is not { IsInOldFont: true } handIn
            || await page.Store.Container(Containers.Rejected).GetBlobClient(RejectionStore.BlobOf(handIn))
                .FindAsync(cancellationToken) is not { } original
            || TextFile.Read(handIn.File, original.Content.Span) is not { IsValid: true } text)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.HandInNotFound)));
        }

        if (!HandInFolders.IsOpenTo(handIn.Container, page.Caller.Person))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.NotYourRole), new(handIn.File)));
        }

        // The person hands it in, not whoever may write where only approved files come; what another's file says is approved by nobody yet.
        var container = handIn.Container == Containers.Approved ? Containers.Content : handIn.Container;
        using var unicode = new MemoryStream(Encoding.UTF8.GetBytes(LegacyText.ToUnicode(text.Value)));
        var put = await page.Service.PutAsync(
            container, handIn.File, unicode, unicode.Length, page.Caller.Person.Id, cancellationToken);
        return put.IsDone ? Results.LocalRedirect($"{Address}/{put.Value.Id}") : ProblemAnswers.Of(put.Problem);
    }

    private static async Task<IResult> OriginalAsync(HandInId id, HandInStore handIns, Store store, CancellationToken cancellationToken) =>
        await handIns.FindAsync(id, cancellationToken) is { State: HandInState.Rejected } handIn
        && await store.Container(Containers.Rejected).GetBlobClient(RejectionStore.BlobOf(handIn)).OpenAsync(cancellationToken) is { } original
            ? Results.Stream(original.Content, "application/octet-stream", handIn.File[(handIn.File.LastIndexOf('/') + 1)..])
            : ProblemAnswers.Of(new(nameof(ProblemTexts.HandInNotFound)));
}
