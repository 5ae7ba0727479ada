using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>Letters that the Tai Dam do not write: a sign that a text is really Tai Dón.</summary>
internal sealed class TaiDonLetterCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text) =>
        text.Language.Detector is not ScriptDetector.TaiDam
            ? []
            : from part in text.Parts
              from found in part.Target.Text.Index()
              where Letters.IsOfTaiDonOnly(found.Item)
              select part.At(nameof(ProblemTexts.TaiDonLetter), Severity.Warning, found.Index, 1, Letters.Show(new(found.Item)));
}
