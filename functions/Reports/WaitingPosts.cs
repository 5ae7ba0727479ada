using System.Collections.Immutable;
using Dissemination.Deliveries;
using Dissemination.Problems;

namespace Dissemination.Reports;

/// <summary>Posts that wait for the same, as until a channel's quota is there again.</summary>
/// <param name="Reason">On what they wait.</param>
/// <param name="Until">When they are tried again.</param>
internal sealed record WaitingPosts(Problem Reason, DateTimeOffset Until, int Count)
{
    /// <summary>What is tried again sooner needs nobody's attention.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    /// <summary>Those that wait for longer than a person would, the soonest first.</summary>
    public static ImmutableArray<WaitingPosts> Of(IEnumerable<Delivery> deliveries, DateTimeOffset now) =>
    [
        .. from delivery in deliveries
           where delivery is { State: DeliveryState.Retrying, RetryAt: not null, Reason: not null } && delivery.RetryAt - now > Long
           group delivery by (delivery.RetryAt!.Value, delivery.Reason!.Code) into same
           orderby same.Key.Value
           select new WaitingPosts(same.First().Reason!, same.Key.Value, same.Count()),
    ];
}
