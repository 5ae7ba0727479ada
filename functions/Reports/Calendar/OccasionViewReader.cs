using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.Occasions;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Reports.Calendar;

/// <summary>Reads how an item stands on the calendar in each of its languages. Six transactions.</summary>
internal sealed class OccasionViewReader(
    ItemReader items,
    OccasionReader occasions,
    ApprovedTranslationReader ready,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>So many different hours are shown.</summary>
    private const int MostHours = 4;

    public async Task<OccasionView?> FindAsync(ItemId id, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken) is not { } row)
        {
            return null;
        }

        var item = row.Value;
        var begun = await occasions.BegunAsync(item, cancellationToken);
        var approved = (await ready.OfAsync(id, item.Revision, cancellationToken))
            .Where(text => !text.IsVariant)
            .Select(text => text.Language)
            .ToHashSet();
        var content = await items.ContentAsync(id, item.Revision, cancellationToken);
        var directory = await directories.CurrentAsync(cancellationToken);
        var places = new CalendarPlaces(directory, new());
        var lines =
            from language in places.LanguagesOf(content.Communes)
            let wanted = places.CountOf(content.Communes, language)
            where wanted.Places > 0
            select new CalendarLine(
                language,
                begun.Contains(language)
                    ? CalendarState.Out
                    : CalendarEntries.StateOf(item, language, approved.Contains(language), time.GetUtcNow()),
                wanted.Communes,
                wanted.Places);
        List<Commune> communes = [.. directory.Current.Where(commune => content.IsWantedIn(commune.Id, directory))];
        return new(
            row,
            [.. lines],
            HoursOf(communes.SelectMany(commune => commune.BestHours)),
            HoursOf(communes.Select(commune => commune.QuietHours).OfType<HoursOfDay>()));
    }

    private static ImmutableArray<(HoursOfDay, int)> HoursOf(IEnumerable<HoursOfDay> told) =>
    [
        .. told.CountBy(hours => hours)
            .OrderByDescending(hours => hours.Value).ThenBy(hours => hours.Key.From)
            .Take(MostHours)
            .Select(hours => (hours.Key, hours.Value)),
    ];
}
