using System.Collections.Immutable;

namespace Dissemination.Directory;

/// <summary>What the directory remembers of how it was before: the files say how it is, and posts last longer than files.</summary>
internal sealed record DirectoryPast
{
    public static DirectoryPast None { get; } = new();

    /// <summary>In the order in which they went.</summary>
    public ImmutableArray<FormerDestination> Former { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>In the order in which they came.</summary>
    public ImmutableArray<Beginning> Beginnings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The communes that it names no more, as it named each last.</summary>
    public ImmutableArray<Commune> Gone { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The past of a directory that takes the place of another.</summary>
    public static DirectoryPast Of(DirectorySnapshot before, DirectorySnapshot after, DateTimeOffset at) => new()
    {
        Former =
        [
            .. before.Past.Former,
            .. before.Destinations
                .Where(was => after.Find(was.Id) is not { } now || !after.AreSameChannel(was, now))
                .Select(was => new FormerDestination(was, at)),
        ],
        Beginnings = [.. before.Past.Beginnings, .. before.Communes.IsEmpty ? [] : BeginningsOf(before, after, at)],
        Gone = [.. before.Past.Gone.Concat(before.Communes).Where(was => after.Find(was.Id) is null)],
    };

    /// <summary>A commune that takes others over begins with all that they had.</summary>
    private static IEnumerable<Beginning> BeginningsOf(DirectorySnapshot before, DirectorySnapshot after, DateTimeOffset at) =>
    [
        .. from commune in after.Communes
           where before.Find(commune.Id) is null && after.FamilyOf(commune.Id).Length == 1
           select new Beginning(commune.Id, null, null, at),
        .. from commune in after.Communes
           where before.Find(commune.Id) is not null
           from language in commune.Languages
           where !after.FamilyOf(commune.Id).Any(part => before.Find(part)?.Speaks(language) == true)
           select new Beginning(commune.Id, null, language, at),
        .. from destination in after.Destinations
           where before.Find(destination.Id.Commune) is not null
               && !before.Destinations.Any(was => after.AreSameChannel(was, destination))
           select new Beginning(destination.Id.Commune, destination.Id, null, at),
    ];
}
