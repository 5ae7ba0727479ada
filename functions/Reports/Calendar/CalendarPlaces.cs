using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Reports.Calendar;

/// <summary>Where items go in a language, as the directory says it now, of what a filter wants.</summary>
internal sealed class CalendarPlaces
{
    private readonly Dictionary<(CommuneId Commune, LanguageTag Language), List<Destination>> _places = [];
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

    /// <summary>The places of some communes that carry a language.</summary>
    /// <param name="communes">Empty means everywhere.</param>
    public IEnumerable<Destination> Of(ImmutableArray<CommuneId> communes, LanguageTag language) =>
        CommunesOf(communes).SelectMany(commune => _places.GetValueOrDefault((commune, language)) ?? []);

    private IEnumerable<CommuneId> CommunesOf(ImmutableArray<CommuneId> communes) => communes.IsEmpty
        ? _places.Keys.Select(key => key.Commune).Distinct()
        : communes.Select(_directory.Successor).Distinct();
}
