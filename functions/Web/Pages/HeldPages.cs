using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Web.Api;
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
        held.MapGet("/", async (string? commune, string? next, HttpContext context, Acting acting, DeliveryLists lists, DirectoryStore directories, CancellationToken cancellation) =>
            PageAnswers.Page<HeldPage, WorkModel>(await CommuneWork.ReadAsync(
                PageFrame.Of(context, Texts.HeldTitle), commune, acting, directories, id => lists.HeldAsync(id, next, cancellation), cancellation)));
        held.MapPost("/{id}/release", ReleaseAsync).RequireAuthorization(Policies.Communicator);
    }

    private static async Task<IResult> ReleaseAsync(string id, Acting acting, DeliveryDesk desk, CancellationToken cancellation)
    {
        if (!DeliveryId.TryParse(id, null, out var delivery))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, id));
        }

        var released = await desk.ReleaseAsync(delivery, acting.Person, cancellation);
        return released.IsDone ? PageAnswers.Done(Address, DoneWords.Released) : ProblemAnswers.Of(released.Problem);
    }
}
