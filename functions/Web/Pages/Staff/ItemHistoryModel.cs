using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The record of an item.</summary>
public sealed class ItemHistoryModel : PageModel
{
    internal ItemHistoryModel(PageFrame frame, ItemId item, Page<HistoryEntry> page, DirectorySnapshot directory)
        : base(frame) => (Item, Page, Directory) = (item, page, directory);

    internal ItemId Item { get; }

    internal Page<HistoryEntry> Page { get; }

    internal DirectorySnapshot Directory { get; }

    internal string NameOf(string who) => PageLabels.OfWho(who, Directory);

    internal string CommuneOf(string id) =>
        CommuneId.TryParse(id, null, out var commune) && Directory.Find(commune) is { } known ? PageLabels.OfVariant(known) : id;

    /// <summary>What else is told; of a file its name alone.</summary>
    internal static string? DetailOf(HistoryEntry entry) =>
        entry is { What: "revision-accepted", Detail: { } file } ? PictureFields.FileName(file) : entry.Detail;
}
