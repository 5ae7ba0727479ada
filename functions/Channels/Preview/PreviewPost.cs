using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Publishing;

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

/// <summary>In which row a delivery's preview is.</summary>
internal sealed record PreviewPointer(string Row);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PreviewPost))]
[JsonSerializable(typeof(PreviewPointer))]
internal sealed partial class PreviewJson : JsonSerializerContext;
