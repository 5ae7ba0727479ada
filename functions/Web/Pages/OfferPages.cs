using Dissemination.Content;
using Dissemination.Deliveries.Offers;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>What is new in the directory, and what was published before: all of it, some, or nothing is planned there.</summary>
internal static class OfferPages
{
    private const string Address = "/offers";

    public static void MapOfferPages(this IEndpointRouteBuilder pages)
    {
        var offers = pages.MapGroup(Address).RequireAuthorization(Policies.Staff);
        offers.MapGet("/", ListAsync);
        offers.MapGet("/{commune}", ShowAsync).WithMetadata(new UnreadAs(nameof(ProblemTexts.CommuneNotFound)));
        offers.MapPost("/{commune}", DecideAsync).WithMetadata(new UnreadAs(nameof(ProblemTexts.CommuneNotFound)));
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, OfferService offers, DirectoryStore directories, CancellationToken cancellationToken) =>
        PageAnswers.Page<OfferListPage, OffersModel>(new(
            PageFrame.Of(context, Texts.OffersTitle, Address),
            await offers.OpenAsync(cancellationToken),
            await directories.CurrentAsync(cancellationToken)));

    private static async Task<IResult> ShowAsync(
        CommuneId commune, HttpContext context, OfferService offers, DirectoryStore directories, CancellationToken cancellationToken) =>
        await offers.FindAsync(commune, cancellationToken) is { } offer
            ? PageAnswers.Page<OfferPage, OffersModel>(new(
                PageFrame.Of(context, $"{Texts.OffersTitle}: {PageLabels.Of(offer.Commune)}", $"{Address}/{commune}"),
                [offer],
                await directories.CurrentAsync(cancellationToken)))
            : Results.LocalRedirect(Address);

    private static async Task<IResult> DecideAsync(
        CommuneId commune, IFormCollection form, CurrentPerson caller, OfferService offers, CancellationToken cancellationToken)
    {
        var chosen = form["nothing"].Count > 0 ? [] : form["version"].Select(IStringId<VersionId>.Find).OfType<VersionId>().ToList();
        return PageAnswers.DoneOrProblem(
            await offers.DecideAsync(commune, chosen, caller.Person, cancellationToken), Address, DoneLabels.OfferDecided);
    }
}
