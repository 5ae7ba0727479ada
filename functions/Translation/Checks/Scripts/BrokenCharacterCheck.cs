using System.Globalization;
using System.Text;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// Characters that mean nothing to a reader's device: replaced, private, unassigned, control characters and halves of pairs.
/// </summary>
internal sealed class BrokenCharacterCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text) =>
        from part in text.Parts
        from character in Characters.Of(part.Target.Text)
        where !character.IsSound || IsBroken(character.Rune)
        select part.At(
            nameof(ProblemTexts.BrokenCharacter), Severity.Error, character.Start, character.Length, Show(part.Target.Text, character));

    private static bool IsBroken(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.PrivateUse => true,
        UnicodeCategory.OtherNotAssigned => !Letters.IsUnassignedTaiViet(rune.Value),
        UnicodeCategory.Control => rune.Value is not ('\n' or '\t' or '\r'),
        _ => rune == Rune.ReplacementChar,
    };

    private static string Show(string text, Character character) =>
        !character.IsSound ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[character.Start]:X4}")
        : Rune.IsControl(character.Rune) ? string.Create(CultureInfo.InvariantCulture, $"U+{character.Rune.Value:X4}")
        : Letters.Show(character.Rune);
}
