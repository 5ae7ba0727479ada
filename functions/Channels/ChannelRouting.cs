using System.Collections.Frozen;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels;

/// <summary>Which channel serves a destination, in which lane, with which secret.</summary>
/// <param name="channels">The channels that there are.</param>
/// <param name="previews">What stands in for a channel without a credential; empty where posts are not to be previewed.</param>
/// <param name="credential">The secret by the name of a credential, or null where it is not configured.</param>
internal sealed class ChannelRouting(IEnumerable<IChannel> channels, IEnumerable<IChannel> previews, Func<string, string?> credential)
{
    private readonly FrozenDictionary<ChannelKind, IChannel> _channels = channels.ToFrozenDictionary(channel => channel.Kind);
    private readonly FrozenDictionary<ChannelKind, IChannel> _previews = previews.ToFrozenDictionary(preview => preview.Kind);

    /// <summary>The route, or the problem that keeps its deliveries waiting.</summary>
    public Parsed<ChannelRoute> Find(Destination destination)
    {
        if (destination.IsByHand)
        {
            return Parsed<ChannelRoute>.Of(new(ChannelRoute.HandLane, null, null));
        }

        var channel = _channels.GetValueOrDefault(destination.Channel);
        if (destination.Channel is ChannelKind.Website && channel is not null)
        {
            return Parsed<ChannelRoute>.Of(new(ChannelRoute.WebsiteLane, channel, null));
        }

        var secret = destination.Credential is { Length: > 0 } name ? credential(name) : null;
        return (secret, channel) switch
        {
            (null or "", _) when _previews.TryGetValue(destination.Channel, out var preview) =>
                Parsed<ChannelRoute>.Of(new(ChannelRoute.PreviewLane, preview, null)),
            (_, null) => Bad(nameof(ProblemTexts.ChannelNotAvailable), destination.Channel.ToString()),
            (null or "", _) => Bad(nameof(ProblemTexts.CredentialNotConfigured), destination.Credential ?? ""),
            _ => Parsed<ChannelRoute>.Of(new(destination.Credential!, channel, secret)),
        };
    }

    /// <summary>Whether a machine posts there for everybody to see, and keeps no preview instead.</summary>
    public bool IsReal(Destination destination) =>
        Find(destination) is { IsValid: true, Value: { Channel: not null, Lane: not ChannelRoute.PreviewLane } };

    /// <summary>The lane of a destination, and the problem where nothing can serve it as configured.</summary>
    public (string Lane, Problem? Problem) LaneOf(Destination destination) =>
        Find(destination) is var found && found.IsValid ? (found.Value.Lane, null) : (destination.Credential ?? "", found.Problems[0]);

    /// <summary>
    /// A post as the readers of a destination see it, or the person who serves it: by its own channel, whether that has a credential or
    /// not.
    /// </summary>
    public PostView View(Post post, Destination destination) =>
        destination.IsByHand ? HandView.Of(post, destination.Channel)
        : _channels.GetValueOrDefault(destination.Channel) is { } channel ? channel.View(post, destination)
        : PostView.Refused(
            PostForm.Messages, new(nameof(ProblemTexts.ChannelNotAvailable), null, destination.Channel.ToString()));

    /// <inheritdoc cref="IChannel.NeedsPicture"/>
    public bool NeedsPicture(Destination destination) =>
        _channels.GetValueOrDefault(destination.Channel) is { } channel && channel.NeedsPicture(destination);

    /// <summary>For how long a machine may change what it posted to a destination.</summary>
    public ChannelChanges ChangesOf(Destination destination) =>
        Find(destination) is { IsValid: true, Value.Channel: { } channel } ? channel.ChangesOf(destination) : ChannelChanges.Never;

    private static Parsed<ChannelRoute> Bad(string code, string argument) => Parsed<ChannelRoute>.Bad([new(code, null, argument)]);
}
