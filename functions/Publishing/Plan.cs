using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Publishing;

/// <summary>Where a language version is to go: a pure function.</summary>
internal static class Plan
{
    /// <summary>
    /// Where a version is to go in writing, and for an original that stands in those places too that carry no Vietnamese and have no
    /// approved words to come.
    /// </summary>
    public static IEnumerable<Destination> Wanted(
        PublishableVersion version, DirectorySnapshot directory, IEnumerable<Destination> destinations) =>
        destinations.Where(destination => !IsForVoices(destination) && IsWanted(version, destination, directory));

    /// <summary>
    /// The same, and the places that get what was read aloud of it: where the very words are approved that somebody read and another
    /// listened to.
    /// </summary>
    /// <param name="version">With what was recorded of it.</param>
    public static IEnumerable<Destination> WantedAloud(
        PublishableVersion version, DirectorySnapshot directory, IEnumerable<Destination> destinations) =>
        destinations.Where(destination => IsForVoices(destination)
            ? IsWanted(version.Id, version.Content, destination, directory) && version.For(destination.Id.Commune).Voice is not null
            : IsWanted(version, destination, directory));

    /// <summary>
    /// Those of the destinations that carry the language in writing, in communes where the item is wanted and the language spoken.
    /// </summary>
    public static IEnumerable<Destination> Wanted(
        VersionId version, ItemContent content, DirectorySnapshot directory, IEnumerable<Destination> destinations) =>
        destinations.Where(destination => !IsForVoices(destination) && IsWanted(version, content, destination, directory));

    /// <summary>Whether a destination gets nothing but what was read aloud.</summary>
    public static bool IsForVoices(Destination destination) => destination.Channel is ChannelKind.TelegramVoice;

    private static bool IsWanted(PublishableVersion version, Destination destination, DirectorySnapshot directory) =>
        version.StandsIn
            ? version.Content.IsWantedIn(destination.Id.Commune, directory)
                && directory.FindSuccessor(destination.Id.Commune) is { } commune
                && (destination.Carries(LanguageTag.Vietnamese)
                    || !destination.Languages.Any(
                        language => commune.Speaks(language) && version.ApprovedLanguages.Contains(language)))
            : IsWanted(version.Id, version.Content, destination, directory);

    private static bool IsWanted(VersionId version, ItemContent content, Destination destination, DirectorySnapshot directory) =>
        destination.Carries(version.Language)
        && content.IsWantedIn(destination.Id.Commune, directory)
        && directory.FindSuccessor(destination.Id.Commune)?.Speaks(version.Language) == true;
}
