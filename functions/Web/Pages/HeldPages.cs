using Dissemination.Web.Pages.Communes;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>Posts that wait until their commune lets them go out.</summary>
internal static class HeldPages
{
    public static void MapHeldPages(this IEndpointRouteBuilder pages)
    {
        var held = pages.MapGroup(HeldQuery.Path).RequireAuthorization(Policies.StaffOrCommunicator).LimitToOwnCommune();
        held.MapGet("/", (HeldQuery query, [AsParameters] HeldPageServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(query, [], [], done: (null, []), cancellationToken));
        var release = held.MapGroup("").RequireAuthorization(Policies.Communicator);

        // All that are ticked, or those of the item whose button was pressed.
        release.MapPost(
            "/release",
            (HeldQuery query, IFormCollection form, [AsParameters] HeldPageServices page, CancellationToken cancellationToken) =>
                Selected.Read(form, out var ids) is { } problem
                    ? page.ShowAsync(query, [problem], ids, done: (null, []), cancellationToken)
                    : page.ReleaseAsync(query, ids, cancellationToken));
        release.MapPost(
            "/undo",
            (HeldQuery query, IFormCollection form, [AsParameters] HeldPageServices page, CancellationToken cancellationToken) =>
                Selected.Read(form, out var ids) is { } problem
                    ? page.ShowAsync(query, [problem], [], done: (null, []), cancellationToken)
                    : page.UndoAsync(query, ids, cancellationToken));
    }
}
