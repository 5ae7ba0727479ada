using System.Collections.Immutable;
using System.Globalization;

namespace Dissemination.Channels.Rendering;

/// <summary>
/// Divides a text into parts that a channel takes. Nothing but white space is lost between them, and styles go on in the next part.
/// </summary>
internal static class Splitting
{
    /// <summary>
    /// Cuts at the end of a paragraph if that fills half of the room, else of a line, else of a sentence; else at a space, and only where
    /// there is none between two characters as people see them.
    /// </summary>
    /// <param name="first">The room of the first part, in UTF-16 code units.</param>
    /// <param name="next">The room of those behind it.</param>
    /// <param name="last">The room of the last part.</param>
    public static ImmutableArray<StyledText> Split(StyledText text, int first, int next, int last)
    {
        var parts = ImmutableArray.CreateBuilder<StyledText>();
        var rest = From(text, 0);
        while (rest.Length > 1 && (parts.Count == 0 || rest.Length > last))
        {
            if (rest.Length <= Math.Min(first, last) && StringInfo.GetNextTextElementLength(rest.Text) == rest.Length)
            {
                break; // A single character is not divided.
            }

            // Something is left for the last part, which holds what stands below the text.
            var cut = Cut(rest.Text, Math.Min(parts.Count == 0 ? first : next, rest.Length - 1));
            parts.Add(rest.Slice(0, rest.Text.AsSpan(0, cut).TrimEnd().Length));
            rest = From(rest, cut);
        }

        parts.Add(rest);
        return parts.ToImmutable();
    }

    /// <summary>What follows, without the white space around it. A space that carries a mark is a character that people see.</summary>
    private static StyledText From(StyledText text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text.Text[start]) && StringInfo.GetNextTextElementLength(text.Text, start) == 1)
        {
            start++;
        }

        return text.Slice(start, text.Text.AsSpan(start).TrimEnd().Length);
    }

    private static int Cut(string text, int room)
    {
        var cuts = TextCuts.Find(text, room);
        var half = room / 2;
        return cuts.Paragraph > half ? cuts.Paragraph
            : cuts.Line > half ? cuts.Line
            : cuts.Sentence > half ? cuts.Sentence
            : cuts.Space > 0 ? cuts.Space
            : cuts.Character > 0 ? cuts.Character
            // One character that fills a whole part is no character of any language: only pairs of surrogates stay together.
            : room > 1 && char.IsSurrogatePair(text[room - 1], text[room]) ? room - 1
            : room;
    }
}
