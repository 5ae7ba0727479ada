using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Publishing;

/// <summary>Where a language version is to go: a pure function.</summary>
internal static class Plan
{
    /// <summary>Those of the destinations that carry the language, in communes where the item is wanted and the language spoken.</summary>
    public static IEnumerable<Destination> Wanted(
        VersionId version, ItemContent content, DirectorySnapshot directory, IEnumerable<Destination> destinations) =>
        destinations.Where(destination =>
            destination.Carries(version.Language)
            && content.IsWantedIn(destination.Id.Commune, directory)
            && directory.FindSuccessor(destination.Id.Commune)?.Speaks(version.Language) == true);
}
