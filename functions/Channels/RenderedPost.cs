using System.Collections.Immutable;
using Dissemination.Channels.Rendering;
using Dissemination.Problems;

namespace Dissemination.Channels;

/// <summary>A post in the form of its channel: the parts that go out one after the other, mostly one.</summary>
/// <param name="Shortened">Whether words were left out because the channel's limit was reached; the link leads to all of them.</param>
/// <param name="Refusal">Why it is not sent at all: it does not fit, and its item says that it must not be cut.</param>
internal sealed record RenderedPost(ImmutableArray<RenderedPart> Parts, bool Shortened, Problem? Refusal = null)
{
    /// <summary>All its words.</summary>
    public string Text => string.Join("\n\n", Parts.Select(part => part.Text));

    /// <summary>All its pictures.</summary>
    public IEnumerable<PostPicture> Pictures => Parts.SelectMany(part => part.Pictures);
}

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
