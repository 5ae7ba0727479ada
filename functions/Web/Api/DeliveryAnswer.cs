using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>A delivery and what became of it.</summary>
internal sealed record DeliveryAnswer
{
    public required DeliveryId Id { get; init; }

    public required ItemId Item { get; init; }

    public required int Revision { get; init; }

    public required LanguageTag Language { get; init; }

    public required CommuneId Commune { get; init; }

    public required string Destination { get; init; }

    public required ChannelKind Channel { get; init; }

    public required DeliveryAction Action { get; init; }

    public required DeliveryId? Target { get; init; }

    public required string Lane { get; init; }

    public required DeliveryState State { get; init; }

    public required bool ByHand { get; init; }

    public required ProblemAnswer? Reason { get; init; }

    public required FailureClass? Failure { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public required DateTimeOffset? RetryAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required string? Reference { get; init; }

    public required PersonId? ConfirmedBy { get; init; }

    public required int? Attendance { get; init; }

    public required string Link { get; init; }

    public static DeliveryAnswer Of(Delivery delivery) => new()
    {
        Id = delivery.Id,
        Item = delivery.Id.Version.Item,
        Revision = delivery.Id.Version.Revision,
        Language = delivery.Id.Version.Language,
        Commune = delivery.Id.Destination.Commune,
        Destination = delivery.Id.Destination.Name,
        Channel = delivery.Channel,
        Action = delivery.Action,
        Target = delivery.Target,
        Lane = delivery.Lane,
        State = delivery.State,
        ByHand = delivery.IsByHand,
        Reason = delivery.Reason is { } reason ? ProblemAnswer.Of(reason) : null,
        Failure = delivery.Failure,
        Attempts = delivery.Attempts,
        PlannedAt = delivery.PlannedAt,
        RetryAt = delivery.RetryAt,
        EndedAt = delivery.EndedAt,
        Reference = delivery.Reference,
        ConfirmedBy = delivery.ConfirmedBy,
        Attendance = delivery.Attendance,
        Link = $"/s/{delivery.Link}",
    };
}
