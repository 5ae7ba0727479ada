using System.Collections.Immutable;

namespace Dissemination.Translation.Segments;

/// <summary>
/// One part of a text, cut into what is translated (the segments) and what stands between, before and after: space, line ends, marks of
/// headings and points. Joining gives the text back, letter by letter.
/// </summary>
/// <param name="Gaps">One more than there are segments.</param>
/// <param name="Blocks">How many segments each block has.</param>
internal sealed record SegmentedPart(
    TextPart Part, ImmutableArray<string> Segments, ImmutableArray<string> Gaps, ImmutableArray<int> Blocks)
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
            foreach (var sentence in Lines(text, block).SelectMany(line => Sentences.Of(text, line)))
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
        TextPart.Pictures => Lines(text, 0..text.Length),
        _ => [0..text.Length],
    };

    /// <summary>
    /// A line end that an author wrote is one for readers: no segment goes beyond it, so that none is lost where its words are written
    /// anew.
    /// </summary>
    private static IEnumerable<Range> Lines(string text, Range block)
    {
        var (start, end) = (block.Start.Value, block.End.Value);
        while (start < end)
        {
            var feed = text.IndexOf('\n', start, end - start);
            var after = feed < 0 ? end : feed;
            yield return start..after;
            start = after + 1;
        }
    }
}
