using Dissemination.Channels.Sending;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels.Connections;

/// <summary>How the program is connected to the channels, and whether a connection holds: asked one by one, never all at once.</summary>
internal sealed partial class ConnectionDesk(
    ChannelRouting routing, Standings standings, DirectoryStore directories, ILogger<ConnectionDesk> logger)
{
    /// <summary>Every credential that the directory names. One transaction.</summary>
    public async Task<IReadOnlyList<LaneConnection>> LanesAsync(CancellationToken cancellation)
    {
        var (directory, known) = (await directories.CurrentAsync(cancellation), await standings.ReadAsync(cancellation));
        return
        [
            .. directory.Destinations
                .Where(destination => destination is { IsByHand: false, Credential.Length: > 0 })
                .GroupBy(destination => destination.Credential!, StringComparer.Ordinal)
                .OrderBy(lane => lane.Key, StringComparer.Ordinal)
                .Select(lane => Lane(lane.Key, [.. lane], known.Of(lane.Key))),
        ];
    }

    /// <summary>The destinations of a commune that a machine serves. One transaction.</summary>
    public async Task<IReadOnlyList<DestinationConnection>> OfCommuneAsync(CommuneId commune, CancellationToken cancellation)
    {
        var (directory, known) = (await directories.CurrentAsync(cancellation), await standings.ReadAsync(cancellation));
        return [.. directory.DestinationsOf(commune).Where(destination => !destination.IsByHand).Select(destination => Connection(destination, known))];
    }

    /// <summary>The destinations of all communes that are disabled. One transaction.</summary>
    public async Task<IReadOnlyList<DestinationConnection>> ClosedAsync(CancellationToken cancellation)
    {
        var (directory, known) = (await directories.CurrentAsync(cancellation), await standings.ReadAsync(cancellation));
        return [.. known.Destinations.Keys.Select(directory.Find).OfType<Destination>().Select(destination => Connection(destination, known)).Where(connection => connection.IsClosed)];
    }

    /// <summary>Asks the channel whether posts to a destination would arrive and be seen, without posting.</summary>
    /// <returns>What is wrong; empty where nothing is, null where there is no such destination.</returns>
    public async Task<IReadOnlyList<Problem>?> CheckAsync(DestinationId id, CancellationToken cancellation)
    {
        var (directory, known) = (await directories.CurrentAsync(cancellation), await standings.ReadAsync(cancellation));
        if (directory.Find(id) is not { IsByHand: false } found)
        {
            return null;
        }

        var (destination, route) = (Connection(found, known), routing.Find(found));
        if (route is not { IsValid: true, Value: { Channel: { } channel } serving })
        {
            return [.. route.Problems];
        }

        try
        {
            var address = destination.Standing?.MovedTo ?? found.Address;
            return [.. destination.Standing?.Closed is { } closed ? [closed] : Array.Empty<Problem>(), .. await channel.CheckAsync(found with { Address = address }, serving.Credential, cancellation)];
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogCheckBroke(e, id);
            return [new(nameof(ProblemTexts.CheckBroke), null, found.Name)];
        }
    }

    private LaneConnection Lane(string name, Destination[] destinations, LaneStanding? standing)
    {
        var route = routing.Find(destinations[0]);
        return new(name, [.. destinations.Select(destination => destination.Channel).Distinct()], destinations.Length, IsPreview(route), ProblemOf(route), standing);
    }

    private DestinationConnection Connection(Destination destination, KnownStandings known)
    {
        var route = routing.Find(destination);
        return new(destination, IsPreview(route), ProblemOf(route), known.Of(destination));
    }

    private static bool IsPreview(Parsed<Route> route) => route is { IsValid: true, Value.Lane: Route.PreviewLane };

    private static Problem? ProblemOf(Parsed<Route> route) => route.IsValid ? null : route.Problems[0];

    [LoggerMessage(LogLevel.Warning, "Checking {Destination} broke off")]
    private partial void LogCheckBroke(Exception exception, DestinationId destination);
}
