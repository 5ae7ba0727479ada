using System.Text;
using Dissemination.Content;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dissemination.Intake.Documents;

/// <summary>The words of one paragraph with their emphasis and links as Markdown of items.</summary>
internal static class MarkdownWords
{
    /// <summary>
    /// As few marks as say the same: emphasis that Markdown cannot say (inside a word) is left out, and a sign is set apart only where it
    /// would be taken for a mark. Emphasis is given up before a link is: without it the words still say where they lead.
    /// </summary>
    public static string Write(IReadOnlyList<TextSpan> spans)
    {
        var plain = Lines(string.Concat(spans.Select(span => span.Text)));
        IReadOnlyList<TextSpan> linked = [.. spans.Select(span => span with { Bold = false, Italic = false })];
        IReadOnlyList<TextSpan> bare = [.. linked.Select(span => span with { Link = null })];
        foreach (var (marked, setApart) in new[] { (spans, false), (spans, true), (linked, false), (linked, true), (bare, false) })
        {
            var written = Lines(Text(marked, setApart));
            if (PlainOf(written) == plain)
            {
                return written;
            }
        }

        return Lines(Text(bare, setApart: true));
    }

    /// <summary>What a reader sees of a text, lines apart.</summary>
    private static string PlainOf(string markdown)
    {
        var document = ItemMarkdown.Parse(markdown);
        return document is [ParagraphBlock { Inline: { } inlines }] ? Lines(PlainOf(inlines)) : document.Count == 0 ? "" : "\0";
    }

    private static string PlainOf(ContainerInline inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines)
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                LineBreakInline => "\n",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LinkInline { IsImage: true } => "\0",
                ContainerInline inner => PlainOf(inner),
                _ => "\0",
            });
        }

        return text.ToString();
    }

    private static string Lines(string text) =>
        string.Join(
            '\n',
            text.Split('\n').Select(line => string.Join(' ', line.Split(' ', '\t').Where(word => word.Length > 0)))
                .Where(line => line.Length > 0));

    private static string Text(IReadOnlyList<TextSpan> spans, bool setApart)
    {
        var text = new StringBuilder();
        for (var at = 0; at < spans.Count; at++)
        {
            var span = spans[at];
            var (before, after) = (at > 0 ? Last(spans[at - 1].Text) : ' ', at + 1 < spans.Count ? First(spans[at + 1].Text) : ' ');
            var lines = span.Text.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                text.Append(line > 0 ? "\n" : "");
                var words = setApart ? SetApart(lines[line]) : lines[line];
                var (open, end) = (line > 0 ? ' ' : before, line < lines.Length - 1 ? ' ' : after);
                text.Append(Marked(span, words, open, end));
            }
        }

        return text.ToString();
    }

    /// <summary>Spaces stay outside of the marks, and no mark stands inside a word.</summary>
    private static string Marked(TextSpan span, string words, char before, char after)
    {
        var core = words.Trim();
        if (core.Length == 0)
        {
            return words;
        }

        var (start, end) = (words.IndexOf(core, StringComparison.Ordinal), words.Length - words.TrimEnd().Length);
        var isInWord = (start == 0 && char.IsLetterOrDigit(before)) || (end == 0 && char.IsLetterOrDigit(after));
        var marks = isInWord ? "" : (span.Bold, span.Italic) switch
        {
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            _ => "",
        };
        return $"{words[..start]}{marks}{Linked(span.Link, core)}{marks}{words[(words.Length - end)..]}";
    }

    private static string Linked(string? link, string words) =>
        link is null || link == words || !Uri.TryCreate(link, UriKind.Absolute, out var uri)
        || uri.Scheme is not ("http" or "https" or "mailto")
            ? words
            : $"[{words}]({uri.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";

    private static string SetApart(string words)
    {
        var text = new StringBuilder(words.Length + 8);
        for (var at = 0; at < words.Length; at++)
        {
            text.Append(IsMark(words, at) ? "\\" : "").Append(words[at]);
        }

        return text.ToString();
    }

    private static bool IsMark(string words, int at)
    {
        var next = at + 1 < words.Length ? words[at + 1] : ' ';
        return words[at] switch
        {
            '*' or '_' => !IsInWord(words, at),
            '[' or ']' or '`' => true,
            '<' => char.IsAsciiLetter(next) || next is '/' or '!',
            '&' => char.IsAsciiLetter(next) || next is '#',
            '\\' => char.IsPunctuation(next) || char.IsSymbol(next),
            '!' => next is '[',
            '#' or '-' => words.AsSpan(0, at).IsWhiteSpace(),
            _ => false,
        };
    }

    /// <summary>Stars between two letters or digits are letters themselves.</summary>
    private static bool IsInWord(string words, int at)
    {
        var (before, after) = (at - 1, at + 1);
        while (before >= 0 && words[before] == words[at])
        {
            before--;
        }

        while (after < words.Length && words[after] == words[at])
        {
            after++;
        }

        return before >= 0 && after < words.Length && char.IsLetterOrDigit(words[before]) && char.IsLetterOrDigit(words[after]);
    }

    private static char Last(string text) => text.Length > 0 ? text[^1] : ' ';

    private static char First(string text) => text.Length > 0 ? text[0] : ' ';
}
