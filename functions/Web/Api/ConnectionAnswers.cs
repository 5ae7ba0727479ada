using Dissemination.Channels.Connections;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>A credential and how its lane stands.</summary>
/// <param name="Since">Since when it is stopped or paused.</param>
internal sealed record LaneAnswer(
    string Lane, IReadOnlyList<ChannelKind> Channels, int Destinations, bool Preview, ProblemAnswer? Problem, ProblemAnswer? Stopped, DateTimeOffset? PausedUntil, DateTimeOffset? Since)
{
    public static LaneAnswer Of(LaneConnection lane, DateTimeOffset now) => new(
        lane.Name,
        lane.Channels,
        lane.Destinations,
        lane.IsPreview,
        lane.Problem is { } problem ? ProblemAnswer.Of(problem) : null,
        lane.Standing?.Stopped is { } stopped ? ProblemAnswer.Of(stopped) : null,
        lane.PausedAt(now),
        lane.IsStopped || lane.PausedAt(now) is not null ? lane.Standing!.At : null);
}

/// <summary>A destination and how it stands.</summary>
internal sealed record DestinationConnectionAnswer(
    DestinationId Destination, string Name, ChannelKind Channel, string Address, string? Lane, bool Preview, ProblemAnswer? Problem, ProblemAnswer? Closed, string? MovedTo, DateTimeOffset? Since)
{
    public static DestinationConnectionAnswer Of(DestinationConnection connection) => new(
        connection.Destination.Id,
        connection.Destination.Name,
        connection.Destination.Channel,
        connection.Destination.Address,
        connection.Destination.Credential,
        connection.IsPreview,
        connection.Problem is { } problem ? ProblemAnswer.Of(problem) : null,
        connection.Standing?.Closed is { } closed ? ProblemAnswer.Of(closed) : null,
        connection.Standing?.MovedTo,
        connection.Standing?.At);
}

/// <summary>What a channel said of a destination.</summary>
/// <param name="Well">Whether posts would arrive and be seen.</param>
internal sealed record CheckAnswer(bool Well, IReadOnlyList<ProblemAnswer> Problems);
