using System.Text;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// The spelling of Việt Nam without its ă â đ ê ô ơ ư, as it is typed where a keyboard has none of them: more than a third of all words
/// bear one.
/// </summary>
internal sealed class ChvMarksCheck : ICheck
{
    /// <summary>Fewer may have none by chance.</summary>
    private const int FewestWords = 6;

    private const int FewestSigns = 2;

    public IEnumerable<Finding> Find(CheckedText text) =>
        from part in text.Language.Detector is ScriptDetector.Chv ? text.Parts : []
        let words = OwnWords(part, text)
        where words.Length >= FewestWords && !Array.Exists(words, MongSpelling.HasChvLetter)
            && words.Count(word => MongSpelling.Of(word) is MongSign.Chv) >= FewestSigns
        select part.At(
            nameof(ProblemTexts.ChvWithoutMarks),
            Severity.Warning,
            0,
            part.Target.Text.Length,
            Excerpt.Of(string.Join(' ', words.Take(FewestWords))));

    /// <summary>Words of the language itself: no names, no words of the original, no lines in Vietnamese.</summary>
    private static string[] OwnWords(CheckedPart part, CheckedText text) =>
    [
        .. from line in part.Target.Lines
           where !text.SourceLines.Contains(line.Key) && !VietnameseLines.Is(line, text.Language)
           from word in line.Words
           where (word.IsPlainLatin || (word.StartsSentence && char.IsLetter(word.Text[0]))) && !text.SourceWords.Contains(word.Folded)
               && !KnownWords.Contains(word.Folded)
           select word.Text.Normalize(NormalizationForm.FormC).ToLowerInvariant(),
    ];
}
