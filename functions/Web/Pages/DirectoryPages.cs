using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>What a change of the directory would do, and people's yes or no to it.</summary>
internal static class DirectoryPages
{
    private const string Address = DirectoryPageServices.Address;

    public static void MapDirectoryPages(this IEndpointRouteBuilder pages)
    {
        var directory = pages.MapGroup(Address).RequireAuthorization(Policies.StaffOrApprover);
        directory.MapGet("/", ([AsParameters] DirectoryPageServices page, CancellationToken cancellationToken) =>
            page.ShowAsync([], cancellationToken));
        directory.MapPost("/confirm", ConfirmAsync).RequireFreshSignIn();
        directory.MapPost("/decline", DeclineAsync);
        directory.MapDirectoryRows();
    }

    private static async Task<IResult> ConfirmAsync(
        IfMatch version, [FromForm] string? agrees, [AsParameters] DirectoryPageServices page, CancellationToken cancellationToken)
    {
        var step = await page.Changes.ConfirmAsync(version.Version, agrees is not null, page.Caller.Person, cancellationToken);
        return await AnswerAsync(
            step, step.Value is { IsTaken: false } ? DoneLabels.DirectoryProposed : DoneLabels.DirectoryChanged, page, cancellationToken);
    }

    private static async Task<IResult> DeclineAsync(
        IfMatch version, [AsParameters] DirectoryPageServices page, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await page.Changes.DeclineAsync(version.Version, page.Caller.Person, cancellationToken),
            DoneLabels.DirectoryDeclined,
            page,
            cancellationToken);

    /// <summary>Where it was not done, the page shows the change as it is now, with the reason.</summary>
    private static Task<IResult> AnswerAsync<T>(
        Result<T> result, string word, DirectoryPageServices page, CancellationToken cancellationToken)
        where T : class =>
        PageAnswers.DoneOrAgainAsync(result.Problems, Address, word, problems => page.ShowAsync(problems, cancellationToken));
}
