using Dissemination.Channels.Preview;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>All communes, to choose one.</summary>
public sealed class CommuneListModel : PageModel
{
    internal CommuneListModel(PageFrame frame, DirectorySnapshot directory)
        : base(frame) => Directory = directory;

    internal DirectorySnapshot Directory { get; }
}

/// <summary>What would have gone out in one commune.</summary>
public sealed class PreviewModel : PageModel
{
    internal PreviewModel(PageFrame frame, Commune commune, Page<PreviewPost> page)
        : base(frame) => (Commune, Page) = (commune, page);

    internal Commune Commune { get; }

    internal Page<PreviewPost> Page { get; }
}
