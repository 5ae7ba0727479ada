using System.Collections.Immutable;
using Dissemination.Content;

namespace Dissemination.Reports.Calendar;

/// <summary>An item at one time of the calendar, in the languages that go out then.</summary>
internal sealed record CalendarEntry(ItemId Item, DateTimeOffset At, string Headline, ItemKind Kind, ImmutableArray<CalendarLine> Lines)
{
    public string? Resolution { get; init; }

    /// <summary>When people decided about it last; null where they never did.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    public bool Sample { get; init; }

    /// <summary>Others that go to the same pages within the hour.</summary>
    public ImmutableArray<CalendarClash> Clashes { get; init; } = [];

    public DateOnly Day => LocalTime.DayOf(At);

    /// <summary>The state that says most about it: what is to come, or what hangs, before what is done.</summary>
    public CalendarState State => Lines.MinBy(line => line.State switch
    {
        CalendarState.Held => 0,
        CalendarState.Approval => 1,
        CalendarState.Planned => 2,
        CalendarState.Sending => 3,
        CalendarState.Translation => 4,
        CalendarState.Out => 5,
        _ => 6,
    })!.State;
}
