using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Deliveries.Waiting;

/// <summary>Which of a commune's list are wanted. Null is all.</summary>
internal sealed record WaitingFilter(VersionId? Version = null, ChannelKind? Channel = null)
{
    public static WaitingFilter All { get; } = new();

    /// <summary>How many of those that stand together are wanted.</summary>
    public int CountIn(WaitingHead head) => Version is null || head.Version == Version ? head.On(Channel) : 0;

    public bool Takes(WorklistEntry entry) =>
        (Version is null || entry.Delivery.Version == Version) && (Channel is null || entry.Channel == Channel);
}
