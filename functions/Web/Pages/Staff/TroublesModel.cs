using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What hangs, and on whom.</summary>
public sealed class TroublesModel : PageModel
{
    internal TroublesModel(PageFrame frame, Page<WorklistEntry> deliveries, Page<Notice> notices, DirectorySnapshot directory)
        : base(frame) => (Deliveries, Notices, Directory) = (deliveries, notices, directory);

    internal Page<WorklistEntry> Deliveries { get; }

    internal Page<Notice> Notices { get; }

    internal DirectorySnapshot Directory { get; }

    internal string CommuneOf(WorklistEntry entry) =>
        Directory.Find(entry.Delivery.Destination.Commune) is { } commune ? PageWords.Of(commune) : entry.Delivery.Destination.Commune.Value;

    /// <summary>What a notice is about, for people.</summary>
    internal string SubjectOf(Notice notice) =>
        notice.Kind switch
        {
            "destination" when DestinationId.TryParse(notice.Subject, null, out var id) && Directory.Find(id) is { } destination => destination.Name,
            "lane" => $"{Texts.Lane} {notice.Subject}",
            _ => notice.Subject,
        };
}
