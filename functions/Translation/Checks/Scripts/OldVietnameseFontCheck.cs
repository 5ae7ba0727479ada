using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// Vietnamese of an old font that was typed or pasted as a translation: no reader could make anything of it. Among Tai Viet any such line
/// is told already, because it has none of its letters.
/// </summary>
internal sealed class OldVietnameseFontCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text) =>
        from part in text.IsTaiViet ? [] : text.Parts
        from stretch in LegacyText.Find(part.Target.Text)
        select part.At(
            nameof(ProblemTexts.LegacyVietnameseTyped),
            Severity.Error,
            stretch.Start,
            stretch.Words.Length,
            Excerpt.Of(stretch.Words),
            stretch.Coding.Name,
            Excerpt.Of(stretch.Unicode));
}
