using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dissemination.Content;

/// <summary>
/// What of Markdown an author's text is read as, the same on every channel: headings, points, links, and emphasis at the edges of words.
/// All else
/// stays as it was written, because readers are to see what the author wrote: numbers before a line, line ends, indents, marks inside words
/// and numbers, quoted lines, underlined lines and notes.
/// </summary>
internal static class ItemMarkdown
{
    private const string Marks = "*_[]`<!";

    /// <summary>HTML is words like any other. Places are exact.</summary>
    public static MarkdownPipeline Pipeline { get; } = Build(findsHtml: false);

    /// <summary>HTML is told apart: to name it.</summary>
    public static MarkdownPipeline WithHtml { get; } = Build(findsHtml: true);

    /// <summary>
    /// Reads a text; one that cannot be read as Markdown in time, or whose marks nest too deep, is read as the lines that were written.
    /// </summary>
    public static MarkdownDocument Parse(string text) => TryParse(text, Pipeline) ?? AsWritten(text);

    /// <returns>
    /// Null where a paragraph has more than <see cref="Limits.ParagraphMarks"/>, or marks nest deeper than <see cref="Limits.MarkDepth"/>.
    /// </returns>
    public static MarkdownDocument? TryParse(string text, MarkdownPipeline reading)
    {
        if (HasTooManyMarks(text))
        {
            return null;
        }

        try
        {
            var document = Markdown.Parse(text, reading);
            return IsTooDeep(document) ? null : document;
        }
        catch (ArgumentException)
        {
            // The library's own guard, where points stand within points.
            return null;
        }
    }

    /// <summary>Whether a paragraph has more marks than can be read in time. Linear.</summary>
    public static bool HasTooManyMarks(string text)
    {
        var marks = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            marks = EndsParagraph(line) ? 0 : marks;
            for (var at = 0; at < line.Length; at++)
            {
                marks += Marks.Contains(line[at], StringComparison.Ordinal) && (at == 0 || line[at - 1] != line[at]) ? 1 : 0;
            }

            if (marks > Limits.ParagraphMarks)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line is surely no part of the paragraph above it: blank, a point with words, or a heading.</summary>
    private static bool EndsParagraph(ReadOnlySpan<char> line)
    {
        const string Space = " \t\r";
        var words = line.TrimStart(Space);
        if (words.IsEmpty || line.Length - words.Length > 3)
        {
            return words.IsEmpty;
        }

        var title = words.TrimStart('#');
        return (words is ['-' or '*', ' ' or '\t', ..] && !words[1..].Trim(Space).IsEmpty)
            || (words.Length - title.Length is >= 1 and <= 6 && title is [' ' or '\t', ..]);
    }

    private static bool IsTooDeep(MarkdownDocument document)
    {
        Stack<(MarkdownObject Found, int Depth)> open = new([(document, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > Limits.MarkDepth)
            {
                return true;
            }

            foreach (var inner in Inner(next.Found))
            {
                open.Push((inner, next.Depth + 1));
            }
        }

        return false;
    }

    private static IEnumerable<MarkdownObject> Inner(MarkdownObject found) => found switch
    {
        ContainerBlock blocks => blocks,
        LeafBlock { Inline: { } inlines } => inlines,
        ContainerInline inlines => inlines,
        _ => [],
    };

    private static MarkdownDocument AsWritten(string text)
    {
        var lines = new ContainerInline();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (lines.LastChild is not null)
            {
                lines.AppendChild(new LineBreakInline { IsHard = true });
            }

            lines.AppendChild(new LiteralInline(line));
        }

        return [new ParagraphBlock { Inline = lines }];
    }

    private static MarkdownPipeline Build(bool findsHtml)
    {
        var builder = new MarkdownPipelineBuilder().UseSoftlineBreakAsHardlineBreak().UsePreciseSourceLocation();
        builder = findsHtml ? builder : builder.DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<QuoteBlockParser>();
        var lists = builder.BlockParsers.FindExact<ListBlockParser>()!;
        lists.ItemParsers.Clear();
        lists.ItemParsers.Add(new PointParser());
        var paragraphs = new LineParagraphParser();
        builder.BlockParsers.Replace<ParagraphBlockParser>(paragraphs);
        builder.BlockParsers.InsertBefore<LineParagraphParser>(new LineBelowPointParser(paragraphs));
        var emphasis = builder.InlineParsers.FindExact<EmphasisInlineParser>()!.EmphasisDescriptors;
        emphasis.Clear();
        emphasis.Add(new('*', 1, 2, enableWithinWord: false));
        emphasis.Add(new('_', 1, 2, enableWithinWord: false));
        return builder.Build();
    }

    /// <summary>A second level is written with a plus in Vietnamese documents: as a point it would look like the first.</summary>
    private sealed class PointParser : UnorderedListItemParser
    {
        public PointParser() => OpeningCharacters = ['-', '*'];
    }

    /// <summary>Paragraphs whose lines are all words: none underlines the one above, none is the address of a link elsewhere.</summary>
    private sealed class LineParagraphParser : ParagraphBlockParser
    {
        public LineParagraphParser() => ParseSetextHeadings = false;

        public override bool Close(BlockProcessor processor, Block block)
        {
            ref var lines = ref ((LeafBlock)block).Lines;
            for (var line = 0; line < lines.Count; line++)
            {
                lines.Lines[line].Slice.TrimStart();
            }

            if (lines.Count > 0)
            {
                lines.Lines[lines.Count - 1].Slice.TrimEnd();
            }

            return true;
        }
    }

    /// <summary>A line that is not indented is no part of the point above it.</summary>
    private sealed class LineBelowPointParser(ParagraphBlockParser paragraphs) : BlockParser
    {
        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor) =>
            !processor.IsBlankLine && processor.CurrentBlock is ParagraphBlock { Parent: ListItemBlock { IsOpen: false } }
                ? paragraphs.TryOpen(processor)
                : BlockState.None;
    }
}
