using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation;

/// <summary>What a decision about a translation is made from.</summary>
internal sealed record TranslationWork(
    TranslatedVersion Current,
    ItemContent Content,
    SegmentedText Source,
    ImmutableArray<Finding> Findings,
    DirectorySnapshot Directory,
    DateTimeOffset Now)
{
    /// <summary>How many errors nobody dismissed.</summary>
    public int Errors => Findings.Count(finding =>
        finding.IsError && !(finding.MayBeDismissed && Current.Dismissals.Any(dismissal => dismissal.Finding == finding.Key)));
}
