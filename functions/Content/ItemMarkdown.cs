using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Dissemination.Content;

/// <summary>
/// What of Markdown an author's text is read as, the same on every channel: headings, points, links, and emphasis at the edges of words.
/// All else
/// stays as it was written, because readers are to see what the author wrote: numbers before a line, line ends, indents, marks inside words
/// and numbers, quoted lines, underlined lines and notes.
/// </summary>
internal static class ItemMarkdown
{
    /// <summary>HTML is words like any other. Places are exact.</summary>
    public static MarkdownPipeline Pipeline { get; } = Build(findsHtml: false);

    /// <summary>HTML is told apart: to name it.</summary>
    public static MarkdownPipeline WithHtml { get; } = Build(findsHtml: true);

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
