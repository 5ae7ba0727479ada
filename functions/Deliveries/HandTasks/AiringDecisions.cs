using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>The order of a station's day: a pure function.</summary>
internal static class AiringDecisions
{
    /// <summary>
    /// The day whose list is shown: today while a slot of the commune is still to end, else tomorrow. Where no slots are set it is today.
    /// </summary>
    public static DateOnly DayOf(ImmutableArray<HoursOfDay> slots, DateTimeOffset now)
    {
        var (day, time) = (LocalTime.DayOf(now), LocalTime.TimeOf(now));
        return slots.IsEmpty || slots.Any(slot => EndOf(slot) > time.ToTimeSpan()) ? day : day.AddDays(1);
    }

    /// <summary>
    /// What is urgent first and at once; the rest into the first slot with room, priority before ordinary; what no slot has room for last.
    /// What is longer than every slot gets one for itself.
    /// </summary>
    /// <param name="wanted">Of each its level and how long it takes, those of a level in their order.</param>
    /// <param name="slots">Of the commune, in any order.</param>
    public static ImmutableArray<Airing> Place(
        IReadOnlyList<(AiringLevel Level, TimeSpan Length)> wanted, ImmutableArray<HoursOfDay> slots, DateTimeOffset now)
    {
        var time = DayOf(slots, now) == LocalTime.DayOf(now) ? LocalTime.TimeOf(now).ToTimeSpan() : TimeSpan.Zero;
        List<(HoursOfDay Slot, TimeSpan Free)> open =
        [
            .. slots.Where(slot => EndOf(slot) > time).OrderBy(slot => slot.From)
                .Select(slot => (slot, FreeFrom(time > slot.From.ToTimeSpan() ? time : slot.From.ToTimeSpan()))),
        ];
        List<Airing> placed = [];
        foreach (var (what, one) in wanted.Index().OrderByDescending(one => one.Item.Level))
        {
            placed.Add(one.Level is AiringLevel.Urgent ? new(what, null, null) : InSlot(what, one.Length));
        }

        return
        [
            .. placed
                .OrderBy(airing => wanted[airing.What].Level is not AiringLevel.Urgent)
                .ThenBy(airing => airing.From is null)
                .ThenBy(airing => airing.Slot?.From)
                .ThenBy(airing => airing.From),
        ];

        Airing InSlot(int what, TimeSpan length)
        {
            var longest = open.Select(slot => EndOf(slot.Slot) - slot.Slot.From.ToTimeSpan()).DefaultIfEmpty().Max();
            var at = open.FindIndex(slot => slot.Free + length <= EndOf(slot.Slot));
            at = at < 0 && length > longest ? open.FindIndex(slot => slot.Free == slot.Slot.From.ToTimeSpan()) : at;
            if (at < 0)
            {
                return new(what, null, null);
            }

            var (slot, free) = open[at];
            open[at] = (slot, FreeFrom(free + length));
            return new(what, slot, TimeOnly.FromTimeSpan(new(free.Ticks % TimeSpan.TicksPerDay)));
        }
    }

    /// <summary>People air by the minute.</summary>
    private static TimeSpan FreeFrom(TimeSpan time) => TimeSpan.FromMinutes(Math.Ceiling(time.TotalMinutes));

    /// <summary>Of hours that go over midnight on the day behind.</summary>
    private static TimeSpan EndOf(HoursOfDay slot) =>
        slot.Until > slot.From ? slot.Until.ToTimeSpan() : slot.Until.ToTimeSpan() + TimeSpan.FromDays(1);
}
