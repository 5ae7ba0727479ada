using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reports.Items;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>How far an item is, what failed and why, and which communes are late.</summary>
public sealed class ItemWayModel
{
    /// <summary>So many places, or communes, are read without opening anything.</summary>
    private const int MostOpen = 5;

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

    /// <summary>Whether the reader may change when it goes out, and not only read it.</summary>
    internal bool MayChangeTimes => Frame.Person is { } person && ItemModel.IsColleague(person);

    /// <summary>Whether the communes that are late are read without opening anything.</summary>
    internal bool IsLateOpen => Late.Length <= MostOpen;

    /// <summary>What failed for reasons of one kind, the most first: what names a place in its reason is not a cause of its own.</summary>
    internal IEnumerable<TroubleCause> Causes =>
        Troubles
            .GroupBy(delivery => (Failure: delivery.Failure ?? FailureClass.Unknown, Code: delivery.Reason?.Code ?? "", delivery.State))
            .Select(alike => new TroubleCause(alike.Key.Failure, alike.Key.State, [.. alike], Directory))
            .OrderByDescending(cause => cause.Deliveries.Length);

    internal static bool IsOpen(TroubleCause cause) => cause.Deliveries.Length <= MostOpen;

    /// <summary>Whether the reader is told on whom the communes' work waits.</summary>
    internal bool SeesPeople => Frame.Person?.ReadsAllCommunes == true;

    /// <summary>On whom in a commune the work waits, as the directory calls them.</summary>
    internal string PeopleOf(CommuneId commune) =>
        string.Join("; ", Directory.CommunicatorsOf(commune).Select(person => person.Name)) is { Length: > 0 } people
            ? people
            : Texts.WayLateNobody;

    internal string NameOf(CommuneId commune) => Directory.Find(commune) is { } known ? PageLabels.Of(known) : commune.Value;
}
