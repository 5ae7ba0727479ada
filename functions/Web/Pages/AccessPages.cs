using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>For the staff: the sessions of somebody else ended, and the tokens of programs made and revoked.</summary>
internal static class AccessPages
{
    public static void MapAccessPages(this IEndpointRouteBuilder pages)
    {
        var access = pages.MapGroup(AccessPageServices.Address).RequireAuthorization(Policies.Staff);
        access.MapGet("/", (string? scope, [AsParameters] AccessPageServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(
                scope is { } wanted && EnumNames.Find<TokenScope>(wanted) is { } one
                    ? TokenRequest.Empty with { Scopes = [one], Days = TokenRequest.Choices[^1] }
                    : TokenRequest.Empty,
                [],
                made: null,
                cancellationToken));
        access.MapPost("/end-sessions", EndSessionsAsync);
        access.MapPost("/tokens", MakeAsync).RequireFreshSignIn();
        access.MapPost("/tokens/{id}/revoke", RevokeAsync);
    }

    private static async Task<IResult> EndSessionsAsync(
        [FromForm] string? person, SessionEndings endings, [AsParameters] AccessPageServices page, CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        if (IStringId<PersonId>.Find(person) is not { } id || directory.Find(id) is null)
        {
            return await page.ShowAsync(
                TokenRequest.Empty, [new(nameof(ProblemTexts.UnknownPerson), null, person ?? "")], made: null, cancellationToken);
        }

        await endings.EndAllAsync(id, by: page.Caller.Person.Id, cancellationToken);
        return PageAnswers.Done(AccessPageServices.Address, DoneLabels.SessionsEnded);
    }

    private static async Task<IResult> MakeAsync(
        TokenRequest wanted, [AsParameters] AccessPageServices page, CancellationToken cancellationToken)
    {
        var made = await page.Tokens.MakeAsync(wanted, page.Caller, cancellationToken);
        return made.IsDone
            ? await page.ShowAsync(TokenRequest.Empty, [], made.Value, cancellationToken)
            : await page.ShowAsync(wanted, made.Problems, made: null, cancellationToken);
    }

    private static async Task<IResult> RevokeAsync(
        string id, [AsParameters] AccessPageServices page, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrProblem(
            await page.Tokens.RevokeAsync(id, page.Caller.Person, cancellationToken), AccessPageServices.Address, DoneLabels.TokenRevoked);
}
