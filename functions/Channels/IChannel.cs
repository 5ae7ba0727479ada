using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Channels;

/// <summary>One way out to the world. Adding one adds a folder and touches no other room.</summary>
internal interface IChannel
{
    /// <summary>Which destinations it serves.</summary>
    ChannelKind Kind { get; }

    /// <summary>The post exactly as it will be sent: a pure function.</summary>
    RenderedPost Render(Post post);

    /// <summary>Sends once; never repeats by itself and never waits for a limit to pass.</summary>
    /// <param name="credential">The secret of the destination's credential, or null where the channel needs none.</param>
    Task<SendOutcome> SendAsync(Post post, Destination destination, string? credential, CancellationToken cancellation);

    /// <summary>Looks whether a post is there, to settle a send whose outcome is unknown.</summary>
    Task<FindOutcome> FindAsync(DeliveryId delivery, Destination destination, string? credential, CancellationToken cancellation);

    /// <summary>How many people the destination could reach now; null where the channel does not say.</summary>
    Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellation);
}
