using System.Collections.Immutable;

namespace Dissemination.Directory;

/// <summary>The three files that make up a directory.</summary>
internal static class DirectoryFiles
{
    public const string Communes = "communes.csv";
    public const string Destinations = "destinations.csv";
    public const string People = "people.csv";

    public static ImmutableArray<string> All { get; } = [Communes, Destinations, People];
}
