namespace Dissemination.Channels;

/// <summary>How fast a channel may be asked, as far as it says so beforehand. Its answers have the last word.</summary>
/// <param name="PerSecond">Posts a second for all that share a credential; 0 for no limit.</param>
/// <param name="PerDestinationMinute">Posts a minute to one destination; 0 for no limit.</param>
/// <param name="DestinationInterval">The shortest time between two posts to one destination.</param>
internal sealed record ChannelLimits(int PerSecond, int PerDestinationMinute, TimeSpan DestinationInterval)
{
    public static ChannelLimits None { get; } = new(0, 0, TimeSpan.Zero);
}
