using Dissemination.Content;
using Dissemination.Deliveries.Offers;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What choosing for new places needs, and the pages.</summary>
internal sealed record OfferPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] OfferService Offers,
    [FromServices] DirectoryStore Directories)
{
    public const string Address = "/offers";

    public async Task<IResult> ListAsync(IReadOnlyList<Problem> problems, CancellationToken cancellationToken) =>
        PageAnswers.Page<OfferListPage, OffersModel>(
            new(
                PageFrame.Of(Context, Texts.OffersTitle, Address) with { Problems = problems },
                await Offers.OpenAsync(cancellationToken),
                await Directories.CurrentAsync(cancellationToken)),
            PageAnswers.StatusOf(problems));

    /// <param name="ticked">What was chosen and is not done; null where nobody has chosen yet, and all is ticked.</param>
    public async Task<IResult> ShowAsync(
        CommuneId commune,
        IReadOnlyList<Problem> problems,
        IReadOnlyCollection<VersionId>? ticked,
        CancellationToken cancellationToken)
    {
        if (await Offers.FindAsync(commune, cancellationToken) is not { } offer)
        {
            return problems.Count == 0 ? Results.LocalRedirect(Address) : await ListAsync(problems, cancellationToken);
        }

        var frame = PageFrame.Of(Context, $"{Texts.OffersTitle}: {PageLabels.Of(offer.Commune)}", $"{Address}/{commune}");
        return PageAnswers.Page<OfferPage, OffersModel>(
            new(frame with { Problems = problems }, [offer], await Directories.CurrentAsync(cancellationToken)) { Ticked = ticked },
            PageAnswers.StatusOf(problems));
    }

    /// <param name="chosen">Null is nothing, and wanted so.</param>
    public async Task<IResult> DecideAsync(
        CommuneId commune, IReadOnlyCollection<VersionId>? chosen, CancellationToken cancellationToken)
    {
        if (chosen is { Count: 0 })
        {
            // Whoever wants nothing has a button for it: this one was pressed by mistake.
            return await ShowAsync(commune, [new(nameof(ProblemTexts.NothingChosen))], chosen, cancellationToken);
        }

        var decided = await Offers.DecideAsync(commune, chosen ?? [], Caller.Person, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            decided.Problems,
            Address,
            DoneLabels.OfferDecided,
            problems => ShowAsync(commune, problems, chosen, cancellationToken));
    }
}
