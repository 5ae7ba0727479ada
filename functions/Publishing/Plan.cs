using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Publishing;

/// <summary>Where a language version is to go: a pure function.</summary>
internal static class Plan
{
    /// <summary>
    /// The same of a version, and for an original that stands in those too that carry no Vietnamese and have no approved words to come.
    /// </summary>
    public static IEnumerable<Destination> Wanted(
        PublishableVersion version, DirectorySnapshot directory, IEnumerable<Destination> destinations) =>
        version.StandsIn
            ? destinations.Where(destination =>
                version.Content.IsWantedIn(destination.Id.Commune, directory)
                && directory.FindSuccessor(destination.Id.Commune) is { } commune
                && (destination.Carries(LanguageTag.Vietnamese)
                    || !destination.Languages.Any(
                        language => commune.Speaks(language) && version.ApprovedLanguages.Contains(language))))
            : Wanted(version.Id, version.Content, directory, destinations);

    /// <summary>Those of the destinations that carry the language, in communes where the item is wanted and the language spoken.</summary>
    public static IEnumerable<Destination> Wanted(
        VersionId version, ItemContent content, DirectorySnapshot directory, IEnumerable<Destination> destinations) =>
        destinations.Where(destination =>
            destination.Carries(version.Language)
            && content.IsWantedIn(destination.Id.Commune, directory)
            && directory.FindSuccessor(destination.Id.Commune)?.Speaks(version.Language) == true);
}
