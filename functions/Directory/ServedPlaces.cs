namespace Dissemination.Directory;

/// <summary>
/// What the directory names now for what was posted under an older name: a channel is known by its kind and address, whatever commune and
/// id it stands under. Pure functions of a directory and its past.
/// </summary>
internal static class ServedPlaces
{
    /// <summary>Where the addresses of Zalo say what of an account is meant, and not which account.</summary>
    private static readonly string[] OfAnyAccount = ["articles", "broadcast"];

    /// <summary>The destination that serves now what was sent to another at a time; null where none does.</summary>
    /// <param name="since">When it was sent; what was not sent yet may go wherever the id leads now.</param>
    public static Destination? Serving(this DirectorySnapshot directory, DestinationId id, DateTimeOffset since)
    {
        var former = directory.FormerOf(id);
        var now = directory.Find(id);
        var was = former.FirstOrDefault(each => each.Until >= since)?.Destination ?? now ?? former.LastOrDefault()?.Destination;
        return was is null ? null
            : now is not null && directory.AreSameChannel(was, now) ? now
            : directory.Destinations.FirstOrDefault(destination => directory.AreSameChannel(was, destination)) is { } moved ? moved
            : was.Channel is ChannelKind.Website ? was // Our own feed, which is there as long as we are.
            : null;
    }

    /// <summary>The ids under which a destination was named before; mostly none.</summary>
    public static IEnumerable<DestinationId> FormerNamesOf(this DirectorySnapshot directory, Destination destination) =>
        directory.Past.Former
            .Where(former => former.Destination.Id != destination.Id && directory.AreSameChannel(former.Destination, destination))
            .Select(former => former.Destination.Id)
            .Distinct();

    /// <summary>What people call a destination, or called it.</summary>
    public static string NameOf(this DirectorySnapshot directory, DestinationId id) =>
        (directory.Find(id) ?? directory.FormerOf(id).LastOrDefault()?.Destination)?.Name ?? id.ToString();

    /// <summary>
    /// A commune has one feed. What has no address, as a loudspeaker, is known by its kind and name within its commune.
    /// </summary>
    public static bool AreSameChannel(this DirectorySnapshot directory, Destination one, Destination other) =>
        one.Channel == other.Channel && one switch
        {
            { Channel: ChannelKind.Website } => AreOfOne(directory, one, other),
            { Address: "" } => other.Address is "" && (one.Id == other.Id || (one.Name == other.Name && AreOfOne(directory, one, other))),
            _ when one.Address != other.Address => false,
            _ => one.Id == other.Id || !OfAnyAccount.Contains(one.Address, StringComparer.Ordinal) || one.Credential == other.Credential,
        };

    private static bool AreOfOne(DirectorySnapshot directory, Destination one, Destination other) =>
        directory.Successor(one.Id.Commune) == directory.Successor(other.Id.Commune);
}
