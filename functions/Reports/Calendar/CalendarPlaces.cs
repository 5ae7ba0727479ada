using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Deliveries.Occasions;
using Dissemination.Directory;

namespace Dissemination.Reports.Calendar;

/// <summary>
/// Where items go in a language, as the directory says it now, of what a filter wants. Most items go to the same communes, so what that
/// comes to is found once for all of them.
/// </summary>
internal sealed class CalendarPlaces
{
    private readonly Dictionary<(CommuneId Commune, LanguageTag Language), List<Destination>> _places = [];
    private readonly Dictionary<(string Communes, LanguageTag Language), LanguagePlaces> _numbers = [];
    private readonly Dictionary<(string Communes, string Languages), FrozenSet<DestinationId>> _pages = [];
    private readonly Dictionary<string, ImmutableArray<LanguageTag>> _languages = new(StringComparer.Ordinal);
    private readonly DirectorySnapshot _directory;

    public CalendarPlaces(DirectorySnapshot directory, CalendarFilter filter)
    {
        _directory = directory;
        CommuneId? only = filter.Commune is { } wanted ? directory.Successor(wanted) : null;
        foreach (var commune in directory.Current.Where(commune => only is null || commune.Id == only))
        {
            foreach (var language in commune.Languages.Prepend(LanguageTag.Vietnamese)
                .Where(language => filter.Language is null || language == filter.Language))
            {
                _places[(commune.Id, language)] =
                [
                    .. directory.DestinationsOf(commune.Id).Where(destination =>
                        destination.Carries(language) && (filter.Channel is null || destination.Channel == filter.Channel)),
                ];
            }
        }
    }

    /// <summary>How many places of some communes carry a language.</summary>
    /// <param name="communes">Empty means everywhere.</param>
    public LanguagePlaces CountOf(ImmutableArray<CommuneId> communes, LanguageTag language)
    {
        var key = (KeyOf(communes), language);
        if (!_numbers.TryGetValue(key, out var known))
        {
            var places = Of(communes, language).ToList();
            _numbers[key] = known = new(places.Select(destination => destination.Id.Commune).Distinct().Count(), places.Count);
        }

        return known;
    }

    /// <summary>
    /// The pages of some communes on which readers see one post after the other; what people post by hand they post when they please. The
    /// same set for the same communes and languages.
    /// </summary>
    public FrozenSet<DestinationId> PagesOf(ImmutableArray<CommuneId> communes, ImmutableArray<LanguageTag> languages)
    {
        var key = (KeyOf(communes), string.Join(',', languages));
        if (!_pages.TryGetValue(key, out var known))
        {
            _pages[key] = known = languages.SelectMany(language => Of(communes, language))
                .Where(destination => destination is { IsByHand: false, Channel: not ChannelKind.Website })
                .Select(destination => destination.Id)
                .ToFrozenSet();
        }

        return known;
    }

    /// <summary>Vietnamese, and what the communes speak.</summary>
    public ImmutableArray<LanguageTag> LanguagesOf(ImmutableArray<CommuneId> communes)
    {
        var key = KeyOf(communes);
        if (!_languages.TryGetValue(key, out var known))
        {
            _languages[key] = known = OccasionReader.LanguagesOf(communes, _directory);
        }

        return known;
    }

    private static string KeyOf(ImmutableArray<CommuneId> communes) => string.Join(',', communes);

    private IEnumerable<Destination> Of(ImmutableArray<CommuneId> communes, LanguageTag language) =>
        CommunesOf(communes).SelectMany(commune => _places.GetValueOrDefault((commune, language)) ?? []);

    private IEnumerable<CommuneId> CommunesOf(ImmutableArray<CommuneId> communes) => communes.IsEmpty
        ? _places.Keys.Select(key => key.Commune).Distinct()
        : communes.Select(_directory.Successor).Distinct();
}
