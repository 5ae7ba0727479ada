using System.Collections.Immutable;

namespace Dissemination.Content;

/// <summary>Where items stand on the calendar: pure functions, in the days of the province.</summary>
internal static class ItemDays
{
    /// <summary>The first day of the month in which a day lies.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The days on which an item is wanted in one language or another.</summary>
    public static ImmutableArray<DateOnly> DaysOf(Item item) =>
    [
        .. item.Occasions.Select(occasion => occasion.At)
            .Append(item.PublishAt ?? item.ReadyAt)
            .OfType<DateTimeOffset>()
            .Select(LocalTime.DayOf)
            .Distinct()
            .Order(),
    ];
}
