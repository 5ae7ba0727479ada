using Dissemination.Channels.Preview;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>What would have gone out in one commune.</summary>
public sealed class PreviewModel : PageModel
{
    internal PreviewModel(PageFrame frame, Commune commune, Page<PreviewPost> page, IReadOnlyDictionary<DestinationId, string> real)
        : base(frame) => (Commune, Page, Real) = (commune, page, real);

    internal Commune Commune { get; }

    internal Page<PreviewPost> Page { get; }

    /// <summary>The commune's destinations where posts really go out by machine, with their names: nothing is kept of those.</summary>
    internal IReadOnlyDictionary<DestinationId, string> Real { get; }
}
