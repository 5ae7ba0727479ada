namespace Dissemination.Channels.Rendering;

/// <summary>Makes a text fit a channel's limit without hurting what is left of it.</summary>
internal static class Shortening
{
    public const string Ellipsis = "…";

    private const string EllipsisBelow = "\n" + Ellipsis;

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

        var room = limit - EllipsisBelow.Length;
        var cuts = TextCuts.Find(text.Text, room);
        var (kept, mark) = cuts.Paragraph > room / 2 ? (cuts.Paragraph, EllipsisBelow)
            : cuts.Space > 0 ? (cuts.Space, Ellipsis)
            : (cuts.Character, Ellipsis);
        return new StyledTextBuilder()
            .Append(text.Slice(0, text.Text.AsSpan(0, kept).TrimEnd().Length))
            .Append(mark)
            .ToStyledText();
    }
}
