using System.Globalization;

namespace Dissemination.Channels.Rendering;

/// <summary>Makes a text fit a channel's limit without hurting what is left of it.</summary>
internal static class Shortening
{
    public const string Ellipsis = "…";

    /// <summary>
    /// Cuts at the end of a paragraph if that keeps half of the room, else at a space, else between two characters as people see them,
    /// and adds an ellipsis. Tai Viet must not be cut inside a syllable, so any space is better than none.
    /// </summary>
    /// <param name="limit">In UTF-16 code units.</param>
    public static StyledText Shorten(StyledText text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        if (limit < Ellipsis.Length)
        {
            return StyledText.Empty;
        }

        var (kept, mark) = Cut(text.Text, limit - Ellipsis.Length);
        return new StyledTextBuilder()
            .Append(text.Slice(0, text.Text.AsSpan(0, kept).TrimEnd().Length))
            .Append(mark)
            .ToStyledText();
    }

    private static (int Kept, string Mark) Cut(string text, int room)
    {
        var (paragraph, space, character) = (0, 0, 0);
        for (var at = 0; at <= room; at += StringInfo.GetNextTextElementLength(text, at))
        {
            character = at;
            if (char.IsWhiteSpace(text[at]))
            {
                space = at;
                // One more unit is needed for the line that the ellipsis gets to itself.
                paragraph = at < room && text.AsSpan(at).StartsWith("\n\n") ? at : paragraph;
            }
        }

        return paragraph > room / 2 ? (paragraph, "\n" + Ellipsis)
            : space > 0 ? (space, Ellipsis)
            : (character, Ellipsis);
    }
}
