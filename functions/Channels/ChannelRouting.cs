using System.Collections.Frozen;
using Dissemination.Channels.Preview;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Channels;

/// <summary>Which channel serves a destination, in which lane, with which secret.</summary>
/// <param name="channels">The channels that there are.</param>
/// <param name="previews">What stands in for a channel without a credential; empty where posts are not to be previewed.</param>
/// <param name="credential">The secret by the name of a credential, or null where it is not configured.</param>
internal sealed class ChannelRouting(IEnumerable<IChannel> channels, IEnumerable<PreviewChannel> previews, Func<string, string?> credential) : ILanes
{
    private readonly FrozenDictionary<ChannelKind, IChannel> _channels = channels.ToFrozenDictionary(channel => channel.Kind);
    private readonly FrozenDictionary<ChannelKind, PreviewChannel> _previews = previews.ToFrozenDictionary(preview => preview.Kind);

    /// <summary>The route, or the problem that keeps its deliveries waiting.</summary>
    public Parsed<Route> Find(Destination destination)
    {
        if (destination.IsByHand)
        {
            return Parsed<Route>.Of(new(Route.HandLane, null, null));
        }

        var channel = _channels.GetValueOrDefault(destination.Channel);
        if (destination.Channel is ChannelKind.Website && channel is not null)
        {
            return Parsed<Route>.Of(new(Route.WebsiteLane, channel, null));
        }

        var secret = destination.Credential is { Length: > 0 } name ? credential(name) : null;
        return (secret, channel) switch
        {
            (null or "", _) when _previews.TryGetValue(destination.Channel, out var preview) => Parsed<Route>.Of(new(Route.PreviewLane, preview, null)),
            (_, null) => Bad(nameof(ProblemTexts.ChannelNotAvailable), destination.Channel.ToString()),
            (null or "", _) => Bad(nameof(ProblemTexts.CredentialNotConfigured), destination.Credential ?? ""),
            _ => Parsed<Route>.Of(new(destination.Credential!, channel, secret)),
        };
    }

    /// <summary>Whether a machine posts there for everybody to see, and keeps no preview instead.</summary>
    public bool IsReal(Destination destination) => Find(destination) is { IsValid: true, Value: { Channel: not (null or PreviewChannel) } };

    /// <inheritdoc/>
    public (string Lane, Problem? Problem) LaneOf(Destination destination) =>
        Find(destination) is var found && found.IsValid ? (found.Value.Lane, null) : (destination.Credential ?? "", found.Problems[0]);

    /// <inheritdoc/>
    public ChannelChanges ChangesOf(Destination destination) =>
        Find(destination) is { IsValid: true, Value.Channel: { } channel } ? channel.Changes : ChannelChanges.Never;

    private static Parsed<Route> Bad(string code, string argument) => Parsed<Route>.Bad([new(code, null, argument)]);
}
