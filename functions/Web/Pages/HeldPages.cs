using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

internal static class HeldPages
{
    private const string Address = "/held";

    public static void MapHeldPages(this IEndpointRouteBuilder pages)
    {
        var held = pages.MapGroup(Address).RequireAuthorization(Policies.StaffOrCommunicator);
        held.MapGet("/", ShowAsync);
        held.MapPost("/{id}/release", ReleaseAsync).RequireAuthorization(Policies.Communicator);
    }

    private static async Task<IResult> ShowAsync(
        string? commune, string? next, [AsParameters] HeldPageServices page, CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var chosen = CommuneWork.Commune(IStringId<CommuneId>.Find(commune), page.Caller, directory);
        var held = chosen is null ? new([], null) : await page.Lists.HeldAsync(chosen.Id, next, cancellationToken);
        return PageAnswers.Page<HeldPage, WorkModel>(new(PageFrame.Of(page.Context, Texts.HeldTitle), directory, chosen, held));
    }

    private static async Task<IResult> ReleaseAsync(
        DeliveryId id, CurrentPerson caller, DeliveryCommands commands, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrProblem(
            await commands.ReleaseAsync(id, caller.Person, cancellationToken), Address, DoneLabels.Released);
}
