using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Reports.Calendar;

/// <summary>What stands on the calendar and how: pure functions.</summary>
internal static class CalendarEntries
{
    /// <summary>The entries of a stretch, in the order of their times.</summary>
    public static ImmutableArray<CalendarEntry> Of(CalendarInput input, CalendarFilter filter)
    {
        var places = new CalendarPlaces(input.Directory, filter);
        var gone = input.Out.ToDictionary(occasion => occasion.Version);
        var wanted = input.Items
            .Where(item => filter.Campaign is null || item.Resolution == filter.Campaign)
            .SelectMany(item => OfItem(input, item, places, gone))
            .ToList();
        var shown = wanted.SelectMany(entry => entry.Lines.Select(line => (entry.Item, line.Language, entry.Day))).ToHashSet();
        var late = input.Out
            .Where(occasion => IsWithin(input, occasion.At) && (filter.Campaign is null || occasion.Resolution == filter.Campaign))
            .Where(occasion => !shown.Contains(
                (occasion.Version.Item, occasion.Version.Language, LocalTime.DayOf(occasion.At))))
            .Select(occasion => (occasion, Line: LineOf(occasion, places)))
            .Where(each => each.Line.Places > 0)
            .GroupBy(each => (each.occasion.Version.Item, each.occasion.At))
            .Select(together => new CalendarEntry(
                together.Key.Item,
                together.Key.At,
                together.First().occasion.Headline,
                together.First().occasion.Kind,
                [.. together.Select(each => each.Line)])
            {
                Resolution = together.First().occasion.Resolution,
                Sample = together.First().occasion.Sample,
            });
        return CalendarClashes.In(
            [.. wanted.Concat(late).OrderBy(entry => entry.At).ThenBy(entry => entry.Item.Value, StringComparer.Ordinal)],
            input,
            places);
    }

    /// <summary>How an item stands in a language.</summary>
    /// <param name="isReady">Whether its text waits for nothing but its time.</param>
    public static CalendarState StateOf(Item item, LanguageTag language, bool isReady, DateTimeOffset now) => item switch
    {
        { Withdrawal: not null } => CalendarState.Withdrawn,
        _ when item.OccasionStateOf(language) is OccasionState.Cancelled => CalendarState.Cancelled,
        _ when item.IsExpired(now) => CalendarState.Expired,
        _ when item.OccasionStateOf(language) is OccasionState.Held => CalendarState.Held,
        { Approval: null } => CalendarState.Approval,
        _ when !language.IsVietnamese && !isReady => CalendarState.Translation,
        _ => item.IsEarly(language, now) ? CalendarState.Planned : CalendarState.Sending,
    };

    private static IEnumerable<CalendarEntry> OfItem(
        CalendarInput input, Item item, CalendarPlaces places, Dictionary<VersionId, OutOccasion> gone) =>
        from language in places.LanguagesOf(item.Communes)
        let at = item.WantedAt(language)
        where at is not null && IsWithin(input, at.Value)
        let version = new VersionId(item.Id, item.Revision, language)
        let wanted = places.CountOf(item.Communes, language)
        where wanted.Places > 0
        let line = gone.TryGetValue(version, out var occasion)
            ? LineOf(occasion, places)
            : new CalendarLine(
                language,
                StateOf(item, language, input.Ready.Contains(version), input.Now),
                wanted.Communes,
                wanted.Places)
        group line by at.Value into together
        select new CalendarEntry(item.Id, together.Key, item.Headline, item.Kind, [.. together])
        {
            Resolution = item.Resolution,
            Sample = item.Sample,
            DecidedAt = together.Max(line => item.OccasionOf(line.Language)?.Since),
        };

    private static CalendarLine LineOf(OutOccasion occasion, CalendarPlaces places)
    {
        var (communes, number) = places.CountOf(occasion.Communes, occasion.Version.Language);
        return new(occasion.Version.Language, CalendarState.Out, communes, number, occasion.At);
    }

    private static bool IsWithin(CalendarInput input, DateTimeOffset at) =>
        LocalTime.DayOf(at) is var day && day >= input.From && day < input.To;
}
