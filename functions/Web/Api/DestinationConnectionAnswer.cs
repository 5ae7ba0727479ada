using Dissemination.Deliveries.Connections;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>A destination and how it stands.</summary>
internal sealed record DestinationConnectionAnswer
{
    public required DestinationId Destination { get; init; }

    public required string Name { get; init; }

    public required ChannelKind Channel { get; init; }

    public required string Address { get; init; }

    public required string? Lane { get; init; }

    public required bool Preview { get; init; }

    public required ProblemAnswer? Problem { get; init; }

    public required ProblemAnswer? Closed { get; init; }

    public required string? MovedTo { get; init; }

    public required DateTimeOffset? Since { get; init; }

    public static DestinationConnectionAnswer Of(DestinationConnection connection) => new()
    {
        Destination = connection.Destination.Id,
        Name = connection.Destination.Name,
        Channel = connection.Destination.Channel,
        Address = connection.Destination.Address,
        Lane = connection.Destination.Credential,
        Preview = connection.IsPreview,
        Problem = connection.Problem is { } problem ? ProblemAnswer.Of(problem) : null,
        Closed = connection.Health?.Closed is { } closed ? ProblemAnswer.Of(closed) : null,
        MovedTo = connection.Health?.MovedTo,
        Since = connection.Health?.At,
    };
}
