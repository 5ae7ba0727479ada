using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>Mông writes its tones as letters, so á à ả ã ạ stand in names and loan words only: those that the original has too.</summary>
internal sealed class MongToneMarkCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text) =>
        from part in text.Language.Detector is ScriptDetector.Chv or ScriptDetector.Rpa ? text.Parts : []
        from line in part.Target.Lines
        where !text.SourceLines.Contains(line.Key) && !VietnameseLines.Is(line, text.Language)
        from word in line.Words
        where word.IsPlainLatin && Folding.HasToneMark(word.Folded) && !text.SourceWords.Contains(word.Folded)
        select part.At(nameof(ProblemTexts.MongToneMark), Severity.Warning, word.Start, word.Length, Excerpt.Of(word.Text));
}
