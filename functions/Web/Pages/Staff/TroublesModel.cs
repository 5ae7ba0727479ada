using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What hangs, and on whom.</summary>
public sealed class TroublesModel : PageModel
{
    /// <summary>So many are read without opening anything; more are folded, so that a phone shows the whole.</summary>
    private const int MostOpen = 5;

    internal TroublesModel(
        PageFrame frame, TroubleQuery query, Page<WorklistEntry> deliveries, Page<Alert> alerts, DirectorySnapshot directory)
        : base(frame) => (Query, Deliveries, Alerts, Directory) = (query, deliveries, alerts, directory);

    internal TroubleQuery Query { get; }

    internal Page<WorklistEntry> Deliveries { get; }

    internal Page<Alert> Alerts { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>How many there are of what is looked for, on this page and behind it.</summary>
    internal TroubleCounts Counts { get; init; } = TroubleCounts.None;

    /// <summary>What was ticked in a form that was not done.</summary>
    internal IReadOnlyList<DeliveryId> Ticked { get; init; } = [];

    /// <summary>What the items are called that alerts name.</summary>
    internal IReadOnlyDictionary<ItemId, string> Headlines { get; init; } = new Dictionary<ItemId, string>();

    /// <summary>The channels that a machine serves: what a person does by hand does not fail.</summary>
    internal static IReadOnlyList<ChannelKind> Channels { get; } =
        [ChannelKind.Telegram, ChannelKind.Facebook, ChannelKind.Zalo, ChannelKind.Website];

    /// <summary>Whether the reader sees every commune, and what concerns none.</summary>
    internal bool SeesAll => Frame.Person?.Is(Role.Staff) == true;

    internal bool IsFiltered => Query.Filter != TroubleFilter.All;

    /// <summary>How many are tried again with one button: all that failed, or the first of very many.</summary>
    internal int TriedTogether => Math.Min(Counts.Failed, Selected.MostTogether);

    internal bool AreOpen => Deliveries.Rows.Count <= MostOpen;

    internal bool AlertsAreOpen => Alerts.Rows.Count <= MostOpen;

    /// <summary>Whether the deliveries of the page are of several communes, and so folded by them; else by their places.</summary>
    internal bool AreByCommune =>
        Deliveries.Rows.Select(row => row.Value.Delivery.Destination.Commune).Distinct().Take(2).Count() == 2;

    internal bool IsTicked(WorklistEntry entry) => Ticked.Contains(entry.Delivery);

    /// <summary>What is ticked is not folded away.</summary>
    internal bool IsOpen(IEnumerable<WorklistEntry> group) => AreOpen || group.Any(IsTicked);

    /// <summary>The deliveries of the page by where they belong, the most first.</summary>
    internal IEnumerable<IGrouping<string, WorklistEntry>> Groups
    {
        get
        {
            var areByCommune = AreByCommune;
            return Deliveries.Rows.Select(row => row.Value)
                .GroupBy(entry => areByCommune ? CommuneOf(entry) : entry.DestinationName, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count());
        }
    }

    /// <summary>The alerts of the page by their kinds.</summary>
    internal IEnumerable<IGrouping<string, Alert>> AlertKinds =>
        Alerts.Rows.Select(row => row.Value).GroupBy(alert => alert.Kind, StringComparer.Ordinal);

    /// <summary>The same list, of one kind of failure only; null for every kind.</summary>
    internal string AddressOf(FailureClass? failure) =>
        (Query with { Filter = Query.Filter with { Failure = failure }, Next = null }).Address();

    /// <summary>The same list, of the commune of a delivery only.</summary>
    internal string AddressOf(WorklistEntry entry) =>
        (Query with { Filter = Query.Filter with { Commune = entry.Delivery.Destination.Commune }, Next = null }).Address();

    internal string CommuneOf(WorklistEntry entry) =>
        Directory.Find(entry.Delivery.Destination.Commune) is { } commune
            ? PageLabels.Of(commune)
            : entry.Delivery.Destination.Commune.Value;

    internal string SubjectOf(Alert alert) => AlertLabels.SubjectOf(alert, Directory, Headlines);

    internal string TextOf(Alert alert) => AlertLabels.TextOf(alert, Directory, Headlines);

    /// <summary>A count that says so where not all were looked at.</summary>
    internal string NumberOf(int count) => Counts.IsWhole ? LocalTime.Number(count) : $"{LocalTime.Number(count)}+";
}
