namespace Dissemination.Deliveries;

/// <summary>
/// Posts of which some parts went out and that gave their place to a correction by hand: pure functions. Until somebody has made that
/// correction those parts are what is there.
/// </summary>
internal static class HalfPosts
{
    /// <summary>Whether a delivery is one of them, corrected by now or not.</summary>
    public static bool GaveWay(Delivery delivery) =>
        delivery is { Action: DeliveryAction.Post, State: DeliveryState.Replaced, Progress.Length: > 0 };

    /// <summary>Those that nobody has corrected, each as if nothing were to come in its place: it is taken down as any half is.</summary>
    /// <param name="all">All that an item has, of every revision.</param>
    public static IEnumerable<Delivery> Uncorrected(IReadOnlyCollection<Delivery> all)
    {
        var corrected = all.Where(delivery => delivery is { Action: DeliveryAction.Edit, Target: not null, ArrivedAt: not null })
            .Select(delivery => delivery.Target!.Value)
            .ToHashSet();
        return all.Where(delivery => GaveWay(delivery) && !corrected.Contains(delivery.Id))
            .Select(delivery => delivery with { State = DeliveryState.Withdrawn });
    }
}
