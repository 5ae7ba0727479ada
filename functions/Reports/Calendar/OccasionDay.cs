using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reports.Calendar;

/// <summary>What else goes out on the day on which an item is to go out: whoever chooses a time sees it before the item is moved.</summary>
/// <param name="Others">In the order of their times.</param>
/// <param name="Clashes">What comes to some of the same pages within an hour of the time that is chosen, out already or to come.</param>
internal sealed record OccasionDay(DateOnly Day, ImmutableArray<CalendarEntry> Others, ImmutableArray<CalendarClash> Clashes)
{
    /// <summary>A pure function.</summary>
    /// <param name="input">The day and those beside it, because an hour goes over midnight.</param>
    /// <param name="languages">Those in which the item goes out then.</param>
    public static OccasionDay Of(CalendarInput input, Item item, IReadOnlyCollection<LanguageTag> languages, DateTimeOffset at)
    {
        CalendarPlaces places = new(input.Directory, new());
        var communes = CommunesOf(input);
        var pages = places.PagesOf(item.Communes, [.. languages]);
        ImmutableArray<CalendarEntry> others =
            [.. CalendarEntries.Of(input, new()).Where(entry => entry.Item != item.Id && entry.Lines.Any(IsSeen))];
        var clashes =
            from entry in others
            let near = entry.Lines.Where(line => IsSeen(line) && ((line.OutAt ?? entry.At) - at).Duration() < CalendarClashes.Apart)
            let shared = places.PagesOf(communes[entry.Item], [.. near.Select(line => line.Language)]).Count(pages.Contains)
            where shared > 0
            select new CalendarClash(entry.Item, entry.Headline, near.Min(line => line.OutAt) ?? entry.At, shared);
        var day = LocalTime.DayOf(at);
        return new(day, [.. others.Where(entry => entry.Day == day)], [.. clashes]);
    }

    /// <summary>Whether readers get it: not what was cancelled, withdrawn or has expired.</summary>
    private static bool IsSeen(CalendarLine line) => line.IsToCome || line.State is CalendarState.Out or CalendarState.Sending;

    /// <summary>Where each item goes; of what is out, where it went.</summary>
    private static Dictionary<ItemId, ImmutableArray<CommuneId>> CommunesOf(CalendarInput input) =>
        input.Items.Select(item => (item.Id, item.Communes))
            .Concat(input.Out.Select(occasion => (occasion.Version.Item, occasion.Communes)))
            .DistinctBy(known => known.Item1)
            .ToDictionary(known => known.Item1, known => known.Item2);
}
