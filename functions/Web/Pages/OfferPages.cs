using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>What is new in the directory, and what was published before: all of it, some, or nothing is planned there.</summary>
internal static class OfferPages
{
    public static void MapOfferPages(this IEndpointRouteBuilder pages)
    {
        var offers = pages.MapGroup(OfferPageServices.Address).RequireAuthorization(Policies.Staff);
        offers.MapGet("/", ([AsParameters] OfferPageServices page, CancellationToken cancellationToken) =>
            page.ListAsync([], cancellationToken));
        offers.MapGet("/{commune}", (CommuneId commune, [AsParameters] OfferPageServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(commune, [], ticked: null, cancellationToken)).WithMetadata(new UnreadAs(nameof(ProblemTexts.CommuneNotFound)));
        offers.MapPost("/{commune}", DecideAsync).WithMetadata(new UnreadAs(nameof(ProblemTexts.CommuneNotFound)));
    }

    private static Task<IResult> DecideAsync(
        CommuneId commune, IFormCollection form, [AsParameters] OfferPageServices page, CancellationToken cancellationToken) =>
        page.DecideAsync(
            commune,
            form["nothing"].Count > 0 ? null : [.. form["version"].Select(IStringId<VersionId>.Find).OfType<VersionId>()],
            cancellationToken);
}
