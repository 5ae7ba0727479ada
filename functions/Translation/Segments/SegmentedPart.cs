using System.Collections.Immutable;

namespace Dissemination.Translation.Segments;

/// <summary>
/// One part of a text, cut into what is translated (the segments) and what stands between, before and after: space, line ends, marks of headings
/// and points. Joining gives the text back, letter by letter.
/// </summary>
/// <param name="Gaps">One more than there are segments.</param>
/// <param name="Blocks">How many segments each block has.</param>
internal sealed record SegmentedPart(TextPart Part, ImmutableArray<string> Segments, ImmutableArray<string> Gaps, ImmutableArray<int> Blocks)
{
    public static SegmentedPart Of(TextPart part, string text)
    {
        var segments = ImmutableArray.CreateBuilder<string>();
        var gaps = ImmutableArray.CreateBuilder<string>();
        var blocks = ImmutableArray.CreateBuilder<int>();
        var done = 0;
        foreach (var block in BlocksOf(part, text))
        {
            var before = segments.Count;
            foreach (var sentence in Sentences.Of(text, block))
            {
                gaps.Add(text[done..sentence.Start.Value]);
                segments.Add(text[sentence]);
                done = sentence.End.Value;
            }

            if (segments.Count > before)
            {
                blocks.Add(segments.Count - before);
            }
        }

        gaps.Add(text[done..]);
        return new(part, segments.ToImmutable(), gaps.ToImmutable(), blocks.ToImmutable());
    }

    private static IEnumerable<Range> BlocksOf(TextPart part, string text) => part switch
    {
        TextPart.Body => MarkdownBlocks.Of(text),
        TextPart.Pictures => LinesOf(text),
        _ => [new(0, text.Length)],
    };

    /// <summary>Each line stands for words of its own.</summary>
    private static IEnumerable<Range> LinesOf(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var feed ? feed : text.Length;
            yield return start..end;
            start = end + 1;
        }
    }
}
