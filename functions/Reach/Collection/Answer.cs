using System.Collections.Immutable;
using Dissemination.Channels;

namespace Dissemination.Reach.Collection;

/// <summary>What asking for one post came to.</summary>
/// <param name="Audience">Members or followers of the place; null where that was known, or is not told.</param>
/// <param name="Figures">What the channel told of the post.</param>
/// <param name="AgainAt">When to ask again; null where it answered.</param>
internal sealed record Answer(long? Audience, ImmutableArray<PostFigure> Figures, DateTimeOffset? AgainAt = null)
{
    /// <summary>There is nothing to ask.</summary>
    public static Answer Nothing { get; } = new(null, []);

    public static Answer NotBefore(DateTimeOffset at) => Nothing with { AgainAt = at };
}
