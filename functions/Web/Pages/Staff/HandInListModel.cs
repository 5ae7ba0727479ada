using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Handing in, and what was handed in.</summary>
public sealed class HandInListModel : PageModel
{
    internal HandInListModel(PageFrame frame, Page<HandIn> page, DirectorySnapshot directory)
        : base(frame) => (Page, Directory) = (page, directory);

    internal Page<HandIn> Page { get; }

    internal DirectorySnapshot Directory { get; }
}
