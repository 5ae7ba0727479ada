using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Channels.Preview;

/// <summary>A post that was kept instead of sent, in the form of its own channel.</summary>
/// <param name="Destination">The destination's name, for people.</param>
internal sealed record PreviewPost(
    DeliveryId Delivery,
    ChannelKind Channel,
    string Destination,
    ImmutableArray<RenderedPart> Parts,
    bool Shortened,
    DateTimeOffset PublishedAt,
    bool Sample = false);
