using System.Text;
using Dissemination.Content;
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
    private const string Address = "/hand-in";

    /// <summary>How long a page waits before it asks again what became of a file.</summary>
    private const string RefreshSeconds = "3";

    public static void MapHandInPages(this IEndpointRouteBuilder pages)
    {
        var handIn = pages.MapGroup(Address).RequireAuthorization(Policies.Staff);
        handIn.MapGet("/", async (string? next, HttpContext context, HandIns handIns, CancellationToken cancellation) =>
            await ListAsync(context, next, [], handIns, cancellation));
        handIn.MapPost("/", HandInAsync).WithMetadata(new BodyLimit(HandInFolders.MostBytes));
        handIn.MapGet("/{id}", FindAsync);
        handIn.MapGet("/{id}/original", OriginalAsync);
        handIn.MapPost("/{id}/unicode", ToUnicodeAsync);
    }

    private static async Task<IResult> HandInAsync(
        IFormFileCollection files, [FromForm] string? folder, HttpContext context, Acting acting, HandInDesk desk, HandIns handIns, CancellationToken cancellation)
    {
        List<Problem> problems = [];
        List<HandedIn> handedIn = [];
        foreach (var file in files.Where(file => file.FileName.Length > 0))
        {
            var (container, path) = HandInFolders.Of(folder, file.FileName);
            var put = await desk.PutAsync(container, path, file.OpenReadStream(), file.Length, acting.Person.Id, cancellation);
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
            ([], []) => await ListAsync(context, next: null, [new(nameof(ProblemTexts.NoFileChosen))], handIns, cancellation),
            ([var only], []) => Results.LocalRedirect($"{Address}/{only.Id}"),
            (_, []) => PageAnswers.Done(Address, DoneWords.HandedIn),
            _ => await ListAsync(context, next: null, problems, handIns, cancellation),
        };
    }

    private static async Task<IResult> ListAsync(HttpContext context, string? next, IReadOnlyList<Problem> problems, HandIns handIns, CancellationToken cancellation)
    {
        var page = await handIns.ListAsync(state: null, file: null, next, size: 50, cancellation);
        var frame = PageFrame.Of(context, Texts.HandInTitle) with { Problems = problems };
        return PageAnswers.Page<HandInListPage, HandInListModel>(new(frame, page), PageAnswers.StatusOf(problems));
    }

    private static async Task<IResult> FindAsync(string id, HttpContext context, HandIns handIns, TimeProvider time, CancellationToken cancellation)
    {
        if (!HandInId.TryParse(id, null, out var handInId))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.HandInNotFound)));
        }

        var handIn = await handIns.FindAsync(handInId, cancellation);
        var model = new HandInModel(PageFrame.Of(context, handIn?.File ?? Texts.HandInWaitsTitle), handInId, handIn, time.GetUtcNow());
        if (model.IsAwaited)
        {
            context.Response.Headers["Refresh"] = RefreshSeconds;
        }

        return PageAnswers.Page<HandInPage, HandInModel>(model);
    }

    /// <summary>Hands the kept original in again with its old font's words in Unicode: only when a person, who has read what they become, asks for it.</summary>
    private static async Task<IResult> ToUnicodeAsync(string id, Acting acting, HandInDesk desk, HandIns handIns, Store store, CancellationToken cancellation)
    {
        if (!HandInId.TryParse(id, null, out var handInId)
            || await handIns.FindAsync(handInId, cancellation) is not { IsInOldFont: true } handIn
            || await store.Container(Containers.Rejected).GetBlobClient(Rejections.BlobOf(handIn)).FindAsync(cancellation) is not { } original
            || TextFile.Read(handIn.File, original.Content.Span) is not { IsValid: true } text)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.HandInNotFound)));
        }

        using var unicode = new MemoryStream(Encoding.UTF8.GetBytes(LegacyText.ToUnicode(text.Value)));
        var put = await desk.PutAsync(handIn.Container, handIn.File, unicode, unicode.Length, acting.Person.Id, cancellation);
        return put.IsDone ? Results.LocalRedirect($"{Address}/{put.Value.Id}") : ProblemAnswers.Of(put.Problem);
    }

    private static async Task<IResult> OriginalAsync(string id, HandIns handIns, Store store, CancellationToken cancellation) =>
        HandInId.TryParse(id, null, out var handInId)
        && await handIns.FindAsync(handInId, cancellation) is { State: HandInState.Rejected } handIn
        && await store.Container(Containers.Rejected).GetBlobClient(Rejections.BlobOf(handIn)).OpenAsync(cancellation) is { } original
            ? Results.Stream(original.Content, "application/octet-stream", handIn.File[(handIn.File.LastIndexOf('/') + 1)..])
            : ProblemAnswers.Of(new(nameof(ProblemTexts.HandInNotFound)));
}
