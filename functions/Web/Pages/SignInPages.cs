using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>Choosing who one is: only where that is to be chosen.</summary>
internal static class SignInPages
{
    private const string Address = SignInAddress.SignIn;

    public static void MapSignIn(this RouteGroupBuilder pages, IServiceProvider services)
    {
        if (services.GetService<IChosenPerson>() is null)
        {
            return;
        }

        var open = pages.MapGroup("").RequireAuthorization(Policies.Anybody);
        open.MapGet(Address, async (string? next, HttpContext context, DirectoryStore directories, CancellationToken cancellationToken) =>
            Page(context, await directories.CurrentAsync(cancellationToken), LocalPath.Of(next), []));
        open.MapPost(Address, SignInAsync);
        open.MapPost(SignInAddress.SignOut, (HttpContext context, IChosenPerson chosen) =>
        {
            chosen.Choose(context, person: null);
            PageAnswers.ForgetPerson(context);
            return Results.LocalRedirect("/");
        });
    }

    private static async Task<IResult> SignInAsync(
        [FromForm] string? person,
        [FromForm] string? next,
        HttpContext context,
        IChosenPerson chosen,
        DirectoryStore directories,
        CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        if (IStringId<PersonId>.Find(person) is not { } id || directory.Find(id) is not { } known)
        {
            return Page(context, directory, LocalPath.Of(next), [new(nameof(ProblemTexts.UnknownPerson), null, person ?? "")]);
        }

        await context.RequestServices.GetRequiredService<AccessRecord>().SignedInAsync(known.Id, cancellationToken);
        chosen.Choose(context, known.Id);
        return Results.LocalRedirect(LocalPath.Of(next) ?? Navigation.HomeOf(known));
    }

    private static IResult Page(HttpContext context, DirectorySnapshot directory, string? next, IReadOnlyList<Problem> problems) =>
        PageAnswers.Page<SignInPage, SignInModel>(
            new(PageFrame.Of(context, Texts.SignIn) with { Problems = problems }, directory, next),
            PageAnswers.StatusOf(problems));
}
