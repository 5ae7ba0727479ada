using System.Collections.Immutable;
using Dissemination.Deliveries.Offers;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What is new in the directory and not decided about.</summary>
public sealed class OffersModel : PageModel
{
    private readonly DirectorySnapshot _directory;

    internal OffersModel(PageFrame frame, ImmutableArray<Offer> offers, DirectorySnapshot directory)
        : base(frame) => (Offers, _directory) = (offers, directory);

    internal ImmutableArray<Offer> Offers { get; }

    internal string NameOf(Beginning beginning) => beginning switch
    {
        { Destination: { } destination } => _directory.NameOf(destination),
        { Language: { } language } => PageLabels.Of(language),
        _ => Texts.OfferNewCommune,
    };
}
