using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>Code points in the block of Tai Viet that are no letters: only the font of the one who typed them shows something.</summary>
internal sealed class UnassignedLetterCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text) =>
        from part in text.Parts
        from character in Characters.Of(part.Target.Text)
        where Letters.IsUnassignedTaiViet(character.Rune.Value)
        select part.At(
            nameof(ProblemTexts.UnassignedLetter), Severity.Error, character.Start, character.Length, Letters.Show(character.Rune));
}
