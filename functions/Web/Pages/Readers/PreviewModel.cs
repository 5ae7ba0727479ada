using Dissemination.Channels.Preview;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>What would have gone out in one commune.</summary>
public sealed class PreviewModel : PageModel
{
    /// <summary>So many posts are read without opening anything; more are folded, so that a phone shows them all.</summary>
    private const int MostOpen = 3;

    internal PreviewModel(PageFrame frame, Commune commune, Page<PreviewPost> page, IReadOnlyDictionary<DestinationId, string> real)
        : base(frame) => (Commune, Page, Real) = (commune, page, real);

    internal Commune Commune { get; }

    internal Page<PreviewPost> Page { get; }

    /// <summary>The commune's destinations where posts really go out by machine, with their names: nothing is kept of those.</summary>
    internal IReadOnlyDictionary<DestinationId, string> Real { get; }

    internal bool AreOpen => Page.Rows.Count <= MostOpen;

    /// <summary>What a folded post is known by: the first line of its words; empty where it has none.</summary>
    internal static string FirstLineOf(PreviewPost post) =>
        post.Parts.SelectMany(part => part.Text.Split('\n')).Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0, "");
}
