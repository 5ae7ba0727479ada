using System.Runtime.InteropServices;

namespace Dissemination.Translation.Segments;

/// <summary>A word of a text: letters, marks and digits without anything between them.</summary>
/// <param name="Folded">In the form in which words are compared.</param>
/// <param name="Line">The line that it stands in, counted from 0.</param>
/// <param name="StartsSentence">Whether a capital at its beginning says nothing.</param>
/// <param name="FollowsDirectly">Whether only a space stands between the word before and it.</param>
/// <param name="FollowsMark">Whether a mark that parts words, or a line end, stands between the word before and it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Word(
    string Text, string Folded, int Start, int Line, bool StartsSentence, bool FollowsDirectly, bool FollowsMark)
{
    public int Length => Text.Length;

    public int End => Start + Text.Length;

    public bool IsCapitalised => char.IsUpper(Text[0]);

    /// <summary>Whether it begins with a small letter of the Latin script: no name, no figure, no abbreviation.</summary>
    public bool IsPlainLatin => char.IsLower(Text[0]) && Letters.ScriptOf(new(Text[0])) is Script.Latin;
}
