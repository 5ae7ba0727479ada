using System.Globalization;
using Dissemination.Storage;
using Microsoft.Extensions.Options;

namespace Dissemination.Deliveries;

/// <summary>
/// The lanes in shares: one sender at a time works at a share, and what goes out of a version over its lanes is written together. A lane
/// is in one share whatever else is configured, so that its limits are kept by one sender.
/// </summary>
internal sealed class LaneShares(IOptions<SendingOptions> options)
{
    /// <summary>The share of what people post by hand: no sender works at it.</summary>
    public const string Hand = "hand";

    /// <summary>Every share that is filled now. One that was filled while there were more is served until it is empty.</summary>
    public IReadOnlyList<string> All { get; } = [.. Enumerable.Range(0, options.Value.Shares).Select(Name)];

    public string Of(Delivery delivery) => delivery.IsByHand ? Hand : Of(delivery.Lane);

    public string Of(string lane) =>
        Name(Spread.Of(lane, options.Value.Shares));

    private static string Name(int share) => share.ToString("D2", CultureInfo.InvariantCulture);
}
