using Dissemination.Alerts;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What hangs, and on whom.</summary>
public sealed class TroublesModel : PageModel
{
    internal TroublesModel(
        PageFrame frame, TroubleQuery query, Page<WorklistEntry> deliveries, Page<Alert> alerts, DirectorySnapshot directory)
        : base(frame) => (Query, Deliveries, Alerts, Directory) = (query, deliveries, alerts, directory);

    internal TroubleQuery Query { get; }

    internal Page<WorklistEntry> Deliveries { get; }

    internal Page<Alert> Alerts { get; }

    /// <summary>One for each commune where hand tasks are late: so many that they would hide the others.</summary>
    internal IEnumerable<Alert> Reminders => Alerts.Rows.Select(row => row.Value).Where(alert => alert.Kind == HandTaskReminder.AlertKind);

    internal DirectorySnapshot Directory { get; }

    /// <summary>The channels that a machine serves: what a person does by hand does not fail.</summary>
    internal static IReadOnlyList<ChannelKind> Channels { get; } =
        [ChannelKind.Telegram, ChannelKind.Facebook, ChannelKind.Zalo, ChannelKind.Website];

    /// <summary>Whether the reader sees every commune, and what concerns none.</summary>
    internal bool SeesAll => Frame.Person?.Is(Role.Staff) == true;

    internal bool IsFiltered => Query.Filter != TroubleFilter.All;

    internal string CommuneOf(WorklistEntry entry) =>
        Directory.Find(entry.Delivery.Destination.Commune) is { } commune
            ? PageLabels.Of(commune)
            : entry.Delivery.Destination.Commune.Value;

    internal string SubjectOf(Alert alert) => AlertLabels.SubjectOf(alert, Directory);
}
