using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries;

/// <summary>The delivery that a plan makes for a destination: a pure function.</summary>
internal static class PlannedDelivery
{
    /// <summary>The delivery of a language version to a destination.</summary>
    /// <param name="id">With the id of the destination, or with that under which the version stands there already.</param>
    /// <param name="commune">The commune that answers for the destination.</param>
    /// <param name="lane">The lane of the destination, or why it has none.</param>
    public static Delivery Of(
        DeliveryId id, Commune commune, Destination destination, (string Name, Problem? Problem) lane, DateTimeOffset now)
    {
        var (state, reason) = StateOf(commune, destination, lane.Problem);
        return new()
        {
            Id = id,
            Channel = destination.Channel,
            Lane = lane.Name,
            State = state,
            Reason = reason,
            Failure = state is DeliveryState.Failed ? FailureClass.Credential : null,
            EndedAt = state is DeliveryState.Failed ? now : null,
            PlannedAt = now,
            Link = LinkCode.Of(id).ToString(),
        };
    }

    private static (DeliveryState State, Problem? Reason) StateOf(Commune commune, Destination destination, Problem? noLane) =>
        (destination.IsByHand, noLane, commune.Release) switch
        {
            // A hand task is confirmed by a person of the commune in any case.
            (true, _, _) => (DeliveryState.Due, null),
            (_, { } problem, _) => (DeliveryState.Failed, problem),
            (_, _, ReleasePolicy.Confirm) => (DeliveryState.Held, new(nameof(ProblemTexts.WaitsForCommune), null, commune.Name)),
            _ => (DeliveryState.Due, null),
        };
}
