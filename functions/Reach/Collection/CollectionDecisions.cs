using Dissemination.Deliveries;

namespace Dissemination.Reach.Collection;

/// <summary>When a post is measured: pure functions of when it went out, what is known of it, and the plan.</summary>
internal static class CollectionDecisions
{
    /// <summary>For so long after the last time of the plan a channel that refuses is asked again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>
    /// When a post is to be measured next: at the first time of the plan that comes behind the last asking; several that were missed are
    /// one. Never before the channel wants to be asked again.
    /// </summary>
    /// <returns>Null where it is measured for good, is not there, or has refused for too long.</returns>
    public static DateTimeOffset? DueAt(Delivery delivery, ReachSample? known, IReadOnlyList<TimeSpan> plan, DateTimeOffset now)
    {
        if (delivery is not { State: DeliveryState.Delivered, Action: not DeliveryAction.Remove, ArrivedAt: { } arrived }
            || now > arrived + plan[^1] + Patience)
        {
            return null;
        }

        foreach (var after in plan)
        {
            if ((!delivery.IsByHand || after >= Day || after == plan[^1])
                && TimeOf(delivery, arrived, after) is var due
                && !(due <= known?.AskedAt))
            {
                return known?.AgainAt > due ? known.AgainAt : due;
            }
        }

        return null;
    }

    /// <summary>
    /// A time of the plan, put off to a full eighth of it (a quarter of an hour to a day), so that posts of one version that went out one
    /// after the other are measured together. What people posted by hand, at a hundred times, has nothing but its opens: once a day.
    /// </summary>
    public static DateTimeOffset TimeOf(Delivery delivery, DateTimeOffset arrived, TimeSpan after)
    {
        var grid = delivery.IsByHand ? Day : after / 8;
        grid = grid < ShortestWait ? ShortestWait : grid > Day ? Day : grid;
        var late = (arrived + after).UtcTicks % grid.Ticks;
        return late == 0 ? arrived + after : (arrived + after).AddTicks(grid.Ticks - late);
    }

    /// <summary>When the first of some posts is to be measured next; null where none is.</summary>
    public static DateTimeOffset? FirstDue(
        IEnumerable<Delivery> deliveries, Func<Delivery, ReachSample?> known, IReadOnlyList<TimeSpan> plan, DateTimeOffset now) =>
        deliveries.Min(delivery => DueAt(delivery, known(delivery), plan, now));

    /// <summary>When a channel that did not answer for good is asked again: as it says itself, and the later the older the post is.</summary>
    /// <param name="named">How long it wants to be left alone; null where it does not say.</param>
    public static DateTimeOffset AgainAt(Delivery delivery, DateTimeOffset now, TimeSpan? named)
    {
        var wait = (now - (delivery.ArrivedAt ?? now)) / 8;
        wait = wait < ShortestWait ? ShortestWait : wait > Day ? Day : wait;
        return now + (named > wait ? named.Value : wait);
    }

    /// <summary>
    /// What is known of a post after it was asked for. A figure that was not told again stays, with the time at which it was; one that fell
    /// is kept as it was measured.
    /// </summary>
    /// <param name="opens">How often its link was opened; null where it has none.</param>
    public static ReachSample Next(Delivery delivery, ReachSample? known, long? opens, Answer answer, DateTimeOffset now)
    {
        var told = answer.Figures.ToDictionary(figure => figure.Metric);
        return new(delivery.Id, now, opens, known?.Audience ?? answer.Audience, delivery.Attendance)
        {
            Figures =
            [
                .. (known?.Figures ?? []).Where(figure => !told.ContainsKey(figure.Metric))
                    .Concat(told.Values.Select(figure => new MeasuredFigure(figure.Metric, figure.Value, now)))
                    .OrderBy(figure => figure.Metric),
            ],
            AskedAt = answer.AgainAt is null ? now : known?.AskedAt,
            AgainAt = answer.AgainAt,
        };
    }
}
