using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>A vowel or tone mark with no letter under it: something was cut away, or typed in another order.</summary>
internal sealed class LoneMarkCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text) =>
        from part in text.Parts
        from character in Characters.Of(part.Target.Text)
        where character.IsSound && Letters.IsMark(character.Rune)
            && (character.Start == 0 || IsSpace(part.Target.Text[character.Start - 1]))
        select part.At(nameof(ProblemTexts.LoneMark), Severity.Warning, character.Start, character.Length, Letters.Show(character.Rune));

    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || character == '\u200B';
}
