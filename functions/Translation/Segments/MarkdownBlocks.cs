using System.Text.RegularExpressions;

namespace Dissemination.Translation.Segments;

/// <summary>
/// The blocks of a Markdown text that hold words: paragraphs, headings, the points of a list. What marks them is not part of them.
/// </summary>
internal static partial class MarkdownBlocks
{
    /// <summary>Where each block's words are, in order.</summary>
    public static IEnumerable<Range> Of(string text)
    {
        int? open = null;
        var (line, end) = (0, 0);
        while (line < text.Length)
        {
            var feed = text.IndexOf('\n', line);
            var (after, next) = feed < 0 ? (text.Length, text.Length) : (feed, feed + 1);
            var words = WordsOf(text.AsSpan(line..after));
            if (open is { } begun && words is not 0)
            {
                yield return begun..end;
                open = null;
            }

            if (words is { } at)
            {
                open ??= line + at;
                end = after;
            }

            line = next;
        }

        if (open is { } last)
        {
            yield return last..end;
        }
    }

    /// <summary>Where the words of a line begin: 0 where it goes on with the block above, null where it has none.</summary>
    private static int? WordsOf(ReadOnlySpan<char> line)
    {
        if (line.IsWhiteSpace() || Rule.IsMatch(line))
        {
            return null;
        }

        foreach (var marker in Marker.EnumerateMatches(line))
        {
            return marker.Length;
        }

        return 0;
    }

    // Nested points and quoted points have several markers.
    [GeneratedRegex(
        @"\A(?:[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+|>[ \t]*))+",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Marker { get; }

    [GeneratedRegex(
        @"\A[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Rule { get; }
}
