using System.Collections.Immutable;
using Dissemination.Channels.Rendering;

namespace Dissemination.Channels;

/// <summary>A part of a post as its readers see it.</summary>
/// <param name="Limit">The most that the channel takes of it, counted as it counts; null where there is no limit.</param>
internal sealed record PostViewPart(PostPiece Piece, string Text, ImmutableArray<PostPicture> Pictures, int? Limit = null)
{
    /// <summary>The styles of the text, where the channel shows some.</summary>
    public ImmutableArray<TextSpan> Spans { get; init; } = [];

    /// <summary>As the channel counts it: in UTF-16 code units of what is seen.</summary>
    public int Length => Text.Length;
}
