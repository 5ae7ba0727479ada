using System.Collections.Concurrent;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.Foresight;

/// <summary>
/// What planning comes to for the versions that one page shows: those between which planning makes no difference are planned once for all
/// of them. It lives as long as the page is made.
/// </summary>
internal sealed class ForeseenPlans(DeliveryPlanner planner, DirectorySnapshot directory, DateTimeOffset now)
{
    private readonly ConcurrentDictionary<(LanguageTag, string Communes, bool HasPicture), Lazy<Task<ForeseenDeliveries>>> _alike = new();

    public DirectorySnapshot Directory => directory;

    public DateTimeOffset Now => now;

    /// <param name="version">As it is once it is approved.</param>
    public Task<ForeseenDeliveries> OfAsync(PublishableVersion version, CancellationToken cancellationToken) => IsLikeOthers(version)
        ? _alike.GetOrAdd(
            (version.Id.Language, string.Join(',', version.Content.Communes), version.HasPicture),
            _ => new(() => PlannedAsync(version, cancellationToken))).Value
        : PlannedAsync(version, cancellationToken);

    /// <summary>
    /// Whether only its language, its communes and its picture make a difference: nothing of it was ever anywhere, no commune has words of
    /// its own, it stands in for no other, and nobody keeps it back.
    /// </summary>
    private bool IsLikeOthers(PublishableVersion version) =>
        version is { Id.Revision: 1, Variants.IsEmpty: true, StandsIn: false } && version.ClearanceAt(now) is not Clearance.Hold;

    private async Task<ForeseenDeliveries> PlannedAsync(PublishableVersion version, CancellationToken cancellationToken) =>
        ForeseenDeliveries.Of(await planner.ForeseeAsync(version, directory, now, cancellationToken), directory);
}
