using Dissemination.Deliveries.Connections;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>A credential and how its lane stands.</summary>
internal sealed record LaneAnswer
{
    public required string Lane { get; init; }

    public required IReadOnlyList<ChannelKind> Channels { get; init; }

    public required int Destinations { get; init; }

    public required bool Preview { get; init; }

    public required ProblemAnswer? Problem { get; init; }

    public required ProblemAnswer? Stopped { get; init; }

    public required DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Since when it is stopped or paused.</summary>
    public required DateTimeOffset? Since { get; init; }

    public static LaneAnswer Of(LaneConnection lane, DateTimeOffset now) => new()
    {
        Lane = lane.Name,
        Channels = lane.Channels,
        Destinations = lane.Destinations,
        Preview = lane.IsPreview,
        Problem = lane.Problem is { } problem ? ProblemAnswer.Of(problem) : null,
        Stopped = lane.Health?.Stopped is { } stopped ? ProblemAnswer.Of(stopped) : null,
        PausedUntil = lane.PausedAt(now),
        Since = lane.IsStopped || lane.PausedAt(now) is not null ? lane.Health!.At : null,
    };
}
