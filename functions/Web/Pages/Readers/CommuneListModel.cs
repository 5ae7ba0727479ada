using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>All communes, to choose one.</summary>
public sealed class CommuneListModel : PageModel
{
    internal CommuneListModel(PageFrame frame, DirectorySnapshot directory)
        : base(frame) => Directory = directory;

    internal DirectorySnapshot Directory { get; }
}
