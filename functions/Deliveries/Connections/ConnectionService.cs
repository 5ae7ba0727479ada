using System.Globalization;
using Dissemination.Channels;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Connections;

/// <summary>How the program is connected to the channels, and whether a connection holds: asked one by one, never all at once.</summary>
internal sealed partial class ConnectionService(
    ChannelRouting routing, HealthStore health, DirectoryStore directories, TimeProvider time, ILogger<ConnectionService> logger)
{
    /// <summary>Every credential that the directory names. One transaction.</summary>
    public async Task<IReadOnlyList<LaneConnection>> LanesAsync(CancellationToken cancellationToken)
    {
        var (directory, known) = (await directories.CurrentAsync(cancellationToken), await health.ReadAsync(cancellationToken));
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
    public async Task<IReadOnlyList<DestinationConnection>> OfCommuneAsync(CommuneId commune, CancellationToken cancellationToken)
    {
        var (directory, known) = (await directories.CurrentAsync(cancellationToken), await health.ReadAsync(cancellationToken));
        return [
            .. directory.DestinationsOf(commune).Where(destination => !destination.IsByHand)
            .Select(destination => Connection(destination, known))];
    }

    /// <summary>The destinations of all communes that are disabled. One transaction.</summary>
    public async Task<IReadOnlyList<DestinationConnection>> ClosedAsync(CancellationToken cancellationToken)
    {
        var (directory, known) = (await directories.CurrentAsync(cancellationToken), await health.ReadAsync(cancellationToken));
        return [
            .. known.Destinations.Keys.Select(directory.Find).OfType<Destination>().Select(destination => Connection(destination, known))
            .Where(connection => connection.IsClosed)];
    }

    /// <summary>How each of some destinations stands. One transaction.</summary>
    public async Task<IReadOnlyDictionary<DestinationId, DestinationConnection>> OfAsync(
        IEnumerable<Destination> destinations, CancellationToken cancellationToken)
    {
        var known = await health.ReadAsync(cancellationToken);
        return destinations.ToDictionary(destination => destination.Id, destination => Connection(destination, known));
    }

    /// <summary>Whether a credential is set up, as far as configuration says; no transaction.</summary>
    /// <returns>Null where it is; else why nothing can be sent with it.</returns>
    public Problem? WhyNotConfigured(Destination destination) =>
        routing.Find(destination) is var route && IsPreview(route)
            ? new(nameof(ProblemTexts.CredentialNotConfigured), null, destination.Credential ?? "")
            : ProblemOf(route);

    /// <summary>
    /// Asks the channel whether posts to a destination would arrive and be seen, without posting; one that asked to be left alone is not
    /// asked.
    /// </summary>
    /// <returns>What is wrong; empty where nothing is, null where there is no such destination.</returns>
    public async Task<IReadOnlyList<Problem>?> CheckAsync(DestinationId id, CancellationToken cancellationToken) =>
        (await directories.CurrentAsync(cancellationToken)).Find(id) is { IsByHand: false } found
            ? await CheckAsync(found, cancellationToken)
            : null;

    /// <summary>The same of a destination that the directory may not name yet.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(Destination found, CancellationToken cancellationToken)
    {
        var known = await health.ReadAsync(cancellationToken);
        var (destination, route) = (Connection(found, known), routing.Find(found));
        if (route is not { IsValid: true, Value: { Channel: { } channel } serving })
        {
            return [.. route.Problems];
        }

        try
        {
            var address = destination.Health?.MovedTo ?? found.Address;
            var waits = known.Of(serving.Lane)?.PausedUntil is { } until && until > time.GetUtcNow()
                ? new Problem(nameof(ProblemTexts.TestLaneWaits), null, found.Name, LocalTime.Text(until))
                : null;
            return [
                .. destination.Health?.Closed is { } closed ? [closed] : Array.Empty<Problem>(),
                .. known.Of(serving.Lane)?.Stopped is { } stopped
                    ? [new(nameof(ProblemTexts.LaneIsStopped), null, serving.Lane, stopped.Text(CultureInfo.CurrentUICulture))]
                    : Array.Empty<Problem>(),
                .. waits is null
                    ? await channel.CheckAsync(found with { Address = address }, serving.Credential, cancellationToken)
                    : [waits]];
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogCheckBroke(e, found.Id);
            return [new(nameof(ProblemTexts.CheckBroke), null, found.Name)];
        }
    }

    /// <summary>Sends on a lane again. Five transactions.</summary>
    /// <returns>The problem where neither the directory nor anything stored names such a lane.</returns>
    public async Task<Problem?> ResumeAsync(string lane, PersonId by, CancellationToken cancellationToken)
    {
        var (directory, known) = (await directories.CurrentAsync(cancellationToken), await health.ReadAsync(cancellationToken));
        if (known.Of(lane) is null && directory.Destinations.All(destination => destination.Credential != lane))
        {
            return new(nameof(ProblemTexts.LaneNotFound), null, lane);
        }

        await health.ResumeLaneAsync(lane, by, cancellationToken);
        return null;
    }

    /// <summary>Uses a destination again. Five transactions.</summary>
    /// <returns>The problem where neither the directory nor anything stored names such a destination.</returns>
    public async Task<Problem?> ReopenAsync(DestinationId id, PersonId by, CancellationToken cancellationToken)
    {
        var (directory, known) = (await directories.CurrentAsync(cancellationToken), await health.ReadAsync(cancellationToken));
        if (!known.Destinations.ContainsKey(id) && directory.Find(id) is null)
        {
            return new(nameof(ProblemTexts.DestinationNotFound), null, id.ToString());
        }

        await health.ReopenAsync(id, by, cancellationToken);
        return null;
    }

    private LaneConnection Lane(string name, Destination[] destinations, LaneHealth? health)
    {
        var route = routing.Find(destinations[0]);
        return new(
            name,
            [.. destinations.Select(destination => destination.Channel).Distinct()],
            destinations.Length,
            IsPreview(route),
            ProblemOf(route),
            health);
    }

    private DestinationConnection Connection(Destination destination, KnownHealth known)
    {
        var route = routing.Find(destination);
        return new(destination, IsPreview(route), ProblemOf(route), known.Of(destination));
    }

    private static bool IsPreview(Parsed<ChannelRoute> route) => route is { IsValid: true, Value.Lane: ChannelRoute.PreviewLane };

    private static Problem? ProblemOf(Parsed<ChannelRoute> route) => route.IsValid ? null : route.Problems[0];

    [LoggerMessage(LogLevel.Warning, "Checking {Destination} broke off")]
    private partial void LogCheckBroke(Exception exception, DestinationId destination);
}
