using System.Text;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>Two tone marks of Vietnamese on one Latin letter: a key was pressed twice.</summary>
internal sealed class TwoToneMarksCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text) =>
        from part in text.Parts
        from word in part.Target.Words
        where HasTwo(word.Text)
        select part.At(nameof(ProblemTexts.TwoTones), Severity.Warning, word.Start, word.Length, Excerpt.Of(word.Text));

    private static bool HasTwo(string word)
    {
        if (Ascii.IsValid(word))
        {
            return false;
        }

        var tones = 0;
        foreach (var letter in word.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            tones = letter.IsBmp && Folding.IsTone((char)letter.Value) ? tones + 1 : Letters.IsMark(letter) ? tones : 0;
            if (tones > 1)
            {
                return true;
            }
        }

        return false;
    }
}
