using System.Globalization;
using System.Runtime.InteropServices;

namespace Dissemination.Channels.Rendering;

/// <summary>
/// The last places within some room where a text may be cut, from the one that hurts least to the one that hurts most; 0 for none.
/// </summary>
/// <param name="Paragraph">Before an empty line.</param>
/// <param name="Line">Before the end of a line.</param>
/// <param name="Sentence">Behind the end of a sentence.</param>
/// <param name="Space">Before white space or a zero-width space.</param>
/// <param name="Character">Between two characters as people see them, and not between letters that make one syllable of Tai Viet.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextCuts(int Paragraph, int Line, int Sentence, int Space, int Character)
{
    /// <param name="room">In UTF-16 code units, less than the text has.</param>
    public static TextCuts Find(string text, int room)
    {
        var cuts = default(TextCuts);
        for (int at = 0, length; at <= room; at += length)
        {
            length = StringInfo.GetNextTextElementLength(text, at);
            if (at > 0 && !TaiViet.Joins(text[at - 1], text[at]))
            {
                cuts = cuts with { Character = at };
            }

            if (length == 1 && char.IsWhiteSpace(text[at]))
            {
                cuts = new(
                    text.AsSpan(at).StartsWith("\n\n") ? at : cuts.Paragraph,
                    text[at] is '\n' ? at : cuts.Line,
                    EndsSentence(text.AsSpan(0, at)) ? at : cuts.Sentence,
                    at,
                    cuts.Character);
            }
            else if (text[at] is '\u200B')
            {
                cuts = cuts with { Space = at };
            }
        }

        return cuts;
    }

    /// <summary>A full stop behind a number that begins its line counts the items of a list and ends nothing.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var words = text.TrimEnd("\"'”’»)]");
        if (words is not [.., '.' or '!' or '?' or '…' or '\uAADE' or '\uAADF'])
        {
            return false;
        }

        var line = words[(words.LastIndexOf('\n') + 1)..^1].TrimStart();
        return !line.IsEmpty && line.ContainsAnyExceptInRange('0', '9');
    }
}
