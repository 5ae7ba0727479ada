using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reports.Items;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>How far an item is, what failed and why, and which communes are late.</summary>
public sealed class ItemWayModel
{
    /// <summary>So many failures are shown here; the list of deliveries has all.</summary>
    public const int MostTroubles = 50;

    internal ItemWayModel(PageFrame frame, ItemView view, (DateTimeOffset Now, TimeSpan LateAfter) time)
    {
        (Frame, Item, Directory) = (frame, view.Item, view.Directory);
        Way = ItemWay.Of(view.Report, view.Translations, view.Deliveries, time.Now);
        Troubles =
        [
            .. view.Deliveries
                .Where(delivery => delivery is { State: DeliveryState.Failed } or { State: DeliveryState.Uncertain, SettleAt: null })
                .OrderBy(delivery => delivery.Failure).ThenBy(delivery => delivery.Id.ToString(), StringComparer.Ordinal),
        ];
        Late =
        [
            .. view.Deliveries
                .Where(delivery => delivery is { IsByHand: true, State: DeliveryState.Due }
                    && delivery.PlannedAt < time.Now - time.LateAfter)
                .GroupBy(delivery => view.Directory.Successor(delivery.Id.Destination.Commune))
                .Select(commune => (commune.Key, commune.Count(), commune.Min(delivery => delivery.PlannedAt)))
                .OrderBy(commune => commune.Item3),
        ];
    }

    internal PageFrame Frame { get; }

    internal Item Item { get; }

    internal DirectorySnapshot Directory { get; }

    internal ItemWay Way { get; }

    internal ImmutableArray<Delivery> Troubles { get; }

    internal ImmutableArray<(CommuneId Commune, int Number, DateTimeOffset Oldest)> Late { get; }

    internal bool MayAct => Frame.Person?.Is(Role.Staff) == true;

    /// <summary>What failed for the same reason, the most first.</summary>
    internal IEnumerable<IGrouping<(FailureClass Failure, string Reason), Delivery>> Causes =>
        Troubles.Take(MostTroubles).GroupBy(delivery => (
            delivery.Failure ?? FailureClass.Unknown,
            delivery.Reason?.Text(CultureInfo.CurrentUICulture) ?? ""));

    internal string NameOf(CommuneId commune) => Directory.Find(commune) is { } known ? PageLabels.Of(known) : commune.Value;
}
