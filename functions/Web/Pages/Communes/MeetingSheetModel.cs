using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A sheet of meetings, row by row as it is understood, before anything of it is taken.</summary>
public sealed class MeetingSheetModel : PageModel
{
    internal MeetingSheetModel(PageFrame frame, MeetingSheet? sheet, DirectorySnapshot directory)
        : base(frame) => (Sheet, Directory) = (sheet, directory);

    /// <summary>Null where none was sent yet.</summary>
    internal MeetingSheet? Sheet { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>The sheet itself, to come back with the person's yes; null where it cannot be taken.</summary>
    internal string? Content { get; init; }

    internal string NameOf(CommuneId id) => Directory.Find(id) is { } commune ? PageLabels.Of(commune) : id.Value;
}
