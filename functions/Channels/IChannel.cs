using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels;

/// <summary>One way out to the world. Adding one adds a folder and touches no other room.</summary>
internal interface IChannel
{
    /// <summary>Which destinations it serves.</summary>
    ChannelKind Kind { get; }

    /// <summary>How fast it may be asked.</summary>
    ChannelLimits Limits { get; }

    /// <summary>For how long after posting a post to a destination can be changed by machine.</summary>
    ChannelChanges ChangesOf(Destination destination);

    /// <summary>Whether its posts can be listed, so that <see cref="FindAsync"/> can tell what became of one.</summary>
    bool CanReadBack { get; }

    /// <summary>Whether a destination takes no post without a picture.</summary>
    bool NeedsPicture(Destination destination);

    /// <summary>The post exactly as it will be sent: a pure function.</summary>
    RenderedPost Render(Post post);

    /// <summary>The same as the readers of a destination see it, with what is counted: a pure function.</summary>
    PostView View(Post post, Destination destination) => PostView.Of(Render(post), PostForm.Messages, _ => null);

    /// <summary>Sends once; never repeats by itself and never waits for a limit to pass.</summary>
    Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a corrected post in the place of one that is there. Repeating it is harmless, so its outcome is never left unknown.
    /// </summary>
    /// <param name="reference">What the channel calls the post, as <see cref="SendOutcome.Delivered"/> told it.</param>
    Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken);

    /// <summary>Takes a post down. One that is not there any more counts as taken down.</summary>
    Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken);

    /// <summary>Looks whether a post is there, to settle a send whose outcome is unknown.</summary>
    /// <param name="since">When its send was begun: a channel that lists its posts is read back to then.</param>
    Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>How many people the destination could reach now; null where the channel does not say.</summary>
    Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellationToken);

    /// <summary>
    /// What people made of a post by now, as far as the channel tells it. Asking twice is harmless; a limit that was reached is told, and
    /// never waited for.
    /// </summary>
    /// <param name="reference">What the channel calls the post.</param>
    Task<MeasureOutcome> MeasureAsync(
        Destination destination, string? credential, string reference, CancellationToken cancellationToken);

    /// <summary>Asks the channel whether posts to the destination would arrive and be seen, without posting.</summary>
    /// <returns>What is wrong; empty where nothing is.</returns>
    Task<IReadOnlyList<Problem>> CheckAsync(Destination destination, string? credential, CancellationToken cancellationToken);
}
