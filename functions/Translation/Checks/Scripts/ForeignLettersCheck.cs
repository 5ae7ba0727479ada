using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// Letters of a script in which the language is not written. Latin letters may stand in any text: names and units are written with them.
/// </summary>
internal sealed class ForeignLettersCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text) => text.Parts.SelectMany(part => Runs(part, text.IsTaiViet));

    /// <summary>One finding for letters of one script that stand together.</summary>
    private static IEnumerable<Finding> Runs(CheckedPart part, bool isTaiViet)
    {
        var (script, first, end) = (Script.Common, default(Character), 0);
        foreach (var character in Characters.Of(part.Target.Text))
        {
            var own = character.IsSound ? Letters.ScriptOf(character.Rune) : Script.Common;
            if (own is Script.Latin || (own is Script.TaiViet && (isTaiViet || Letters.IsUnassignedTaiViet(character.Rune.Value))))
            {
                own = Script.Common;
            }

            if (own != script)
            {
                if (script is not Script.Common)
                {
                    yield return Of(part, script, first, end);
                }

                (script, first) = (own, character);
            }

            end = character.Start + character.Length;
        }

        if (script is not Script.Common)
        {
            yield return Of(part, script, first, end);
        }
    }

    private static Finding Of(CheckedPart part, Script script, Character first, int end)
    {
        var code = script switch
        {
            Script.Thai => nameof(ProblemTexts.ThaiLetters),
            Script.Lao => nameof(ProblemTexts.LaoLetters),
            _ => nameof(ProblemTexts.ForeignLetters),
        };
        return part.At(
            code, Severity.Error, first.Start, end - first.Start, Excerpt.Of(part.Target.Text[first.Start..end]), Letters.Show(first.Rune));
    }
}
