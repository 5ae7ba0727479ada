using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Publishing;

/// <summary>Which deliveries a language version becomes: a pure function.</summary>
internal static class Plan
{
    /// <summary>A delivery for every destination that carries the language, of every commune where the item is wanted and the language spoken.</summary>
    /// <param name="lanes">The lane of a destination, or why it has none.</param>
    public static IEnumerable<Delivery> For(
        VersionId version,
        ItemContent content,
        DirectorySnapshot directory,
        Func<Destination, (string Lane, Problem? Problem)> lanes,
        DateTimeOffset now) =>
        from commune in directory.Communes
        where content.IsWantedIn(commune.Id) && commune.Speaks(version.Language)
        from destination in directory.DestinationsOf(commune.Id)
        where destination.Carries(version.Language)
        let id = new DeliveryId(version, destination.Id)
        let lane = lanes(destination)
        let standing = Standing(commune, destination, lane.Problem)
        select new Delivery
        {
            Id = id,
            Channel = destination.Channel,
            Lane = lane.Lane,
            State = standing.State,
            Reason = standing.Reason,
            EndedAt = standing.State is DeliveryState.Failed ? now : null,
            PlannedAt = now,
            Link = LinkCode.Of(id).ToString(),
        };

    private static (DeliveryState State, Problem? Reason) Standing(Commune commune, Destination destination, Problem? noLane) =>
        (destination.IsByHand, noLane, commune.Release) switch
        {
            // A hand task is confirmed by a person of the commune in any case.
            (true, _, _) => (DeliveryState.Due, null),
            (_, { } problem, _) => (DeliveryState.Failed, problem),
            (_, _, ReleasePolicy.Confirm) => (DeliveryState.Held, new(nameof(ProblemTexts.WaitsForCommune), null, commune.Name)),
            _ => (DeliveryState.Due, null),
        };
}
