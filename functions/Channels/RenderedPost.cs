using System.Collections.Immutable;
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
