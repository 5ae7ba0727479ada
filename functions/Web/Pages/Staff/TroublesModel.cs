using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What hangs, and on whom.</summary>
public sealed class TroublesModel : PageModel
{
    internal TroublesModel(PageFrame frame, TroubleQuery query, Page<WorklistEntry> deliveries, Page<Notice> notices, DirectorySnapshot directory)
        : base(frame) => (Query, Deliveries, Notices, Directory) = (query, deliveries, notices, directory);

    internal TroubleQuery Query { get; }

    internal Page<WorklistEntry> Deliveries { get; }

    internal Page<Notice> Notices { get; }

    /// <summary>One for each commune where hand tasks are late: so many that they would hide the others.</summary>
    internal IEnumerable<Notice> Reminders => Notices.Rows.Select(row => row.Value).Where(notice => notice.Kind == HandTaskReminder.NoticeKind);

    internal DirectorySnapshot Directory { get; }

    /// <summary>The channels that a machine serves: what a person does by hand does not fail.</summary>
    internal static IReadOnlyList<ChannelKind> Channels { get; } = [ChannelKind.Telegram, ChannelKind.Facebook, ChannelKind.Zalo, ChannelKind.Website];

    internal bool IsFiltered => Query.Filter != TroubleFilter.All;

    internal string CommuneOf(WorklistEntry entry) =>
        Directory.Find(entry.Delivery.Destination.Commune) is { } commune ? PageWords.Of(commune) : entry.Delivery.Destination.Commune.Value;

    internal string SubjectOf(Notice notice) => NoticeWords.SubjectOf(notice, Directory);
}
