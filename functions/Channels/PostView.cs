using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Channels;

/// <summary>A post as its readers see it, made by what sends it.</summary>
/// <param name="Shortened">Whether words were left out because the channel's limit was reached.</param>
/// <param name="Refusal">Why it is not sent at all.</param>
internal sealed record PostView(PostForm Form, ImmutableArray<PostViewPart> Parts, bool Shortened = false, Problem? Refusal = null)
{
    /// <summary>What the person who serves the place has to know.</summary>
    public ImmutableArray<Problem> Notes { get; init; } = [];

    /// <summary>A post of messages, as it was rendered.</summary>
    /// <param name="limitOf">The most that the channel takes of a message.</param>
    public static PostView Of(RenderedPost post, PostForm form, Func<RenderedPart, int?> limitOf) => new(
        form,
        [.. post.Parts.Select(part => new PostViewPart(PostPiece.Message, part.Text, part.Pictures, limitOf(part)) { Spans = part.Spans })],
        post.Shortened,
        post.Refusal);

    /// <summary>What is not sent there, and why.</summary>
    public static PostView Refused(PostForm form, Problem refusal) => new(form, [], Refusal: refusal);
}
