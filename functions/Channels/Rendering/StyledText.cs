using System.Collections.Immutable;

namespace Dissemination.Channels.Rendering;

/// <summary>Plain text with its styles beside it, so that nothing in it ever needs escaping.</summary>
internal sealed record StyledText(string Text, ImmutableArray<TextSpan> Spans)
{
    public static StyledText Empty { get; } = new("", []);

    public int Length => Text.Length;

    /// <summary>A part of it, with the styles that lie in that part.</summary>
    public StyledText Slice(int start, int length)
    {
        var end = start + length;
        var spans =
            from span in Spans
            let first = Math.Max(span.Start, start)
            let last = Math.Min(span.Start + span.Length, end)
            where last > first
            select span with { Start = first - start, Length = last - first };
        return new(Text.Substring(start, length), [.. spans]);
    }

    /// <summary>Without white space at either end: a channel that trims would shift every style otherwise.</summary>
    public StyledText Trim()
    {
        var start = Text.Length - Text.AsSpan().TrimStart().Length;
        var end = Text.AsSpan().TrimEnd().Length;
        return start >= end ? Empty : Slice(start, end - start);
    }
}
