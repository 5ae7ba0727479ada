using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>Title, summary and text of a document out of its paragraphs.</summary>
internal static class DocumentText
{
    private const int TitleCharacters = 200;

    public static ReadDocument Of(DroppedDocument file, IReadOnlyList<DocumentBlock> blocks, WordContext context)
    {
        var title = TitleOf(blocks);
        var summary = blocks.FirstOrDefault(block => block.Kind is DocumentBlockKind.Subtitle);
        ImmutableArray<DocumentBlock> rest = [.. blocks.Where(block => block != title && block != summary)];
        var isOld = blocks.SelectMany(block => block.Spans).Any(span => span.Unicode is not null && span.Unicode != span.Text);
        var (plainTitle, plainSummary, body) = (Line(title, false), Line(summary, false), DocumentMarkdown.Write(rest, inUnicode: false));
        var read = new ReadDocument(plainTitle, plainSummary, body, [.. context.Pictures], context.LeftOut.ToNotes(file.Name))
        {
            Legacy = isOld
                ? new(Line(title, true), Line(summary, true), DocumentMarkdown.Write(rest, inUnicode: true), Key(plainTitle, body))
                : null,
        };
        return WordReader.IsScanned(read)
            ? read with { Notes = read.Notes.Add(new(nameof(ProblemTexts.DroppedOnlyPictures), new(file.Name))) }
            : read;
    }

    /// <summary>By which it is seen whether a title and a text are still as they were read.</summary>
    public static string Key(string? title, string body) => $"{title}\n{body}";

    /// <summary>What is styled as the title; else a heading, or a short bold or capital line, that stands first.</summary>
    private static DocumentBlock? TitleOf(IReadOnlyList<DocumentBlock> blocks) =>
        blocks.FirstOrDefault(block => block.Kind is DocumentBlockKind.Title)
        ?? (blocks is [var first, _, ..] && IsTitle(first) ? first : null);

    private static bool IsTitle(DocumentBlock first) =>
        first.Words.Length <= TitleCharacters
        && (first.Kind is DocumentBlockKind.Heading
        || (first.Kind is DocumentBlockKind.Paragraph
        && (first.Spans.Where(span => span.Text.Trim().Length > 0).All(span => span.Bold)
        || !first.Words.Any(char.IsLower)) && first.Words.Any(char.IsLetter)));

    private static string? Line(DocumentBlock? block, bool inUnicode) =>
        block is null
            ? null
            : $"{block.Marker} {string.Concat(block.Spans.Select(span => inUnicode ? span.Unicode ?? span.Text : span.Text))}"
                .Normalize().Replace('\n', ' ').Trim();
}
