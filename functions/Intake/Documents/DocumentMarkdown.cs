using System.Text;

namespace Dissemination.Intake.Documents;

/// <summary>
/// Paragraphs as the Markdown of items. What would be read as a mark and is none is set apart, so that readers see what stood in the
/// document; numbers before a point are words.
/// </summary>
internal static class DocumentMarkdown
{
    /// <param name="inUnicode">Whether words in old fonts are written as they are meant.</param>
    public static string Write(IReadOnlyList<DocumentBlock> blocks, bool inUnicode)
    {
        var text = new StringBuilder();
        DocumentBlock? above = null;
        foreach (var block in blocks)
        {
            var words = Words(block, inUnicode);
            if (words.Length == 0)
            {
                continue;
            }

            text.Append(above is null ? "" : IsTogether(above, block) ? "\n" : "\n\n").Append(words);
            above = block;
        }

        return text.ToString();
    }

    /// <summary>Points and rows of one list or table stand line below line.</summary>
    private static bool IsTogether(DocumentBlock above, DocumentBlock block) =>
        IsPoint(above) == IsPoint(block) && above.Kind is DocumentBlockKind.Row == (block.Kind is DocumentBlockKind.Row)
        && (IsPoint(block) || block.Kind is DocumentBlockKind.Row);

    private static bool IsPoint(DocumentBlock block) => block.Kind is DocumentBlockKind.Point or DocumentBlockKind.Numbered;

    private static string Words(DocumentBlock block, bool inUnicode)
    {
        var spans = Merged(block.Spans.Select(span => span with { Text = Composed(span, inUnicode) }));
        var words = MarkdownWords.Write(spans);
        if (words.Length == 0)
        {
            return "";
        }

        var indent = new string(' ', 2 * Math.Min(block.Level, 8));
        return block.Kind switch
        {
            DocumentBlockKind.Heading =>
                $"{new string('#', Math.Clamp(block.Level, 1, 6))} {Marked(block.Marker, words.Replace('\n', ' '))}",
            DocumentBlockKind.Point => $"{indent}- {words.Replace("\n", $"\n{indent}  ", StringComparison.Ordinal)}",
            DocumentBlockKind.Numbered => $"{indent}{Marked(block.Marker, words.Replace("\n", $"\n{indent}", StringComparison.Ordinal))}",
            _ => indent + words.Replace("\n", $"\n{indent}", StringComparison.Ordinal),
        };
    }

    private static string Marked(string marker, string words) => marker.Length == 0 ? words : $"{marker} {words}";

    private static string Composed(TextSpan span, bool inUnicode) =>
        (inUnicode ? span.Unicode ?? span.Text : span.Text)
            .Replace('\u00A0', ' ')
            .Replace("\u00AD", inUnicode || span.Unicode is null ? "" : "\u00AD", StringComparison.Ordinal);

    /// <summary>Word cuts what looks alike into many pieces; letters and their marks may lie in two.</summary>
    private static List<TextSpan> Merged(IEnumerable<TextSpan> spans)
    {
        List<TextSpan> merged = [];
        foreach (var span in spans)
        {
            if (merged is [.., var last] && (last.LooksAs(span) || string.IsNullOrWhiteSpace(span.Text)))
            {
                merged[^1] = last with { Text = last.Text + span.Text };
            }
            else
            {
                merged.Add(span);
            }
        }

        return [.. merged.Select(span => span with { Text = span.Text.Normalize() })];
    }
}
