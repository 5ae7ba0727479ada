using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.Offers;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What is new in the directory and not decided about.</summary>
public sealed class OffersModel : PageModel
{
    /// <summary>More are folded, so that a phone shows the buttons below them.</summary>
    private const int MostOpen = 20;

    private readonly DirectorySnapshot _directory;

    internal OffersModel(PageFrame frame, ImmutableArray<Offer> offers, DirectorySnapshot directory)
        : base(frame) => (Offers, _directory) = (offers, directory);

    internal ImmutableArray<Offer> Offers { get; }

    /// <summary>What was chosen and is not done; null where nobody has chosen yet, and all is ticked.</summary>
    internal IReadOnlyCollection<VersionId>? Ticked { get; init; }

    internal bool IsTicked(OfferedVersion offered) => Ticked?.Contains(offered.Version) != false;

    /// <summary>Whether there are so few that they are read without opening anything.</summary>
    internal static bool IsOpen(Offer offer) => offer.Versions.Length <= MostOpen;

    internal string NameOf(Beginning beginning) => beginning switch
    {
        { Destination: { } destination } => _directory.NameOf(destination),
        { Language: { } language } => PageLabels.Of(language),
        _ => Texts.OfferNewCommune,
    };
}
