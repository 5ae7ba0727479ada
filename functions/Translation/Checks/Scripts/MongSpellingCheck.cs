using System.Text;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// RPA in a text of the spelling of Việt Nam, and the other way: by the evidence of a whole part or block, so that single loan words do not
/// decide.
/// </summary>
internal sealed class MongSpellingCheck : ICheck
{
    private const int Examples = 4;

    public IEnumerable<Finding> Find(CheckedText text)
    {
        if (text.Language.Detector is not (ScriptDetector.Chv or ScriptDetector.Rpa))
        {
            return [];
        }

        var (wanted, unwanted) = text.Language.Detector is ScriptDetector.Chv ? (MongSign.Chv, MongSign.Rpa) : (MongSign.Rpa, MongSign.Chv);
        return Signs(text).GroupBy(sign => (sign.Part.Part, sign.Part.Target.BlockAt(sign.Word.Start)))
            .SelectMany(block => OfBlock([.. block], wanted, unwanted));
    }

    private static IEnumerable<Finding> OfBlock((CheckedPart Part, Word Word, MongSign Sign)[] signs, MongSign wanted, MongSign unwanted)
    {
        var against = signs.Where(sign => sign.Sign == unwanted).ToArray();
        var weight = against.Length + (unwanted is MongSign.Rpa ? signs.Count(sign => sign.Sign is MongSign.PerhapsRpa) : 0);
        var isOther = against.Length > 0 && weight >= 2 && weight > 2 * signs.Count(sign => sign.Sign == wanted);
        return (isOther, unwanted) switch
        {
            (true, MongSign.Rpa) => [Whole(nameof(ProblemTexts.SpellingIsRpa), against)],
            (true, _) => [Whole(nameof(ProblemTexts.SpellingIsChv), against)],
            (_, MongSign.Rpa) => against.Select(sign => Single(nameof(ProblemTexts.WordInRpa), sign)),
            _ => against.Select(sign => Single(nameof(ProblemTexts.WordInChv), sign)),
        };
    }

    /// <summary>
    /// The words that can say something: no names, no words of the original, no lines in Vietnamese, no loan words with a tone mark.
    /// </summary>
    private static IEnumerable<(CheckedPart Part, Word Word, MongSign Sign)> Signs(CheckedText text) =>
        from part in text.Parts
        from line in part.Target.Lines
        where !text.SourceLines.Contains(line.Key) && !VietnameseLines.Is(line, text.Language)
        from word in line.Words
        where (word.IsPlainLatin || word.StartsSentence) && !text.SourceWords.Contains(word.Folded) && !KnownWords.Contains(word.Folded)
            && !Folding.HasToneMark(word.Folded)
        let sign = MongSpelling.Of(word.Text.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        where sign is not MongSign.None
        select (part, word, sign);

    private static Finding Whole(string code, (CheckedPart Part, Word Word, MongSign Sign)[] against)
    {
        var examples = string.Join(' ', against.Select(sign => sign.Word.Folded).Distinct(StringComparer.Ordinal).Take(Examples));
        var (part, word, _) = against[0];
        return part.At(code, Severity.Error, word.Start, word.Length, Excerpt.Of(examples.Normalize()));
    }

    private static Finding Single(string code, (CheckedPart Part, Word Word, MongSign Sign) sign) =>
        sign.Part.At(code, Severity.Warning, sign.Word.Start, sign.Word.Length, Excerpt.Of(sign.Word.Text));
}
