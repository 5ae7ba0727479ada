using System.Collections.Immutable;

namespace Dissemination.Translation.Segments;

/// <summary>The words of one line.</summary>
internal sealed record WordLine(ImmutableArray<Word> Words)
{
    /// <summary>By which two lines are the same: the words alone.</summary>
    public string Key { get; } = string.Join(' ', Words.Select(word => word.Folded));

    public int Start => Words[0].Start;

    public int Length => Words[^1].End - Start;
}
