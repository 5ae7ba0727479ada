using System.Collections.Immutable;
using Dissemination.Channels.Rendering;

namespace Dissemination.Channels;

/// <summary>What goes out in one call.</summary>
/// <param name="Text">What is written, in the channel's own form.</param>
/// <param name="Pictures">The pictures that go with it, as many as the channel takes.</param>
/// <param name="Spans">The styles of the text, for a channel that has some; else none.</param>
internal sealed record RenderedPart(string Text, ImmutableArray<PostPicture> Pictures, ImmutableArray<TextSpan> Spans = default)
{
    public ImmutableArray<TextSpan> Spans { get; init; } = Spans.IsDefault ? [] : Spans;

    /// <summary>A part with the styles of its text.</summary>
    public static RenderedPart Of(StyledText text, ImmutableArray<PostPicture> pictures) => new(text.Text, pictures, text.Spans);
}
