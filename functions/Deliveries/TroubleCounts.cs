using System.Collections.Immutable;

namespace Dissemination.Deliveries;

/// <summary>How many deliveries are in trouble, by what kind of thing went wrong.</summary>
/// <param name="Classes">How many of each kind; what there is none of is not among them.</param>
/// <param name="Failed">How many of them surely are not there, and so can be tried again together.</param>
/// <param name="IsWhole">Whether all were looked at; else there are more.</param>
internal sealed record TroubleCounts(ImmutableSortedDictionary<FailureClass, int> Classes, int Failed, bool IsWhole)
{
    public static TroubleCounts None { get; } = Of([], isWhole: true);

    public int All => Classes.Values.Sum();

    public static TroubleCounts Of(IReadOnlyCollection<WorklistEntry> entries, bool isWhole) => new(
        entries.CountBy(entry => entry.FailureClass).ToImmutableSortedDictionary(),
        entries.Count(entry => entry.State is DeliveryState.Failed),
        isWhole);
}
