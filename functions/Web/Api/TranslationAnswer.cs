using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Review;
using Dissemination.Translation.Segments;

namespace Dissemination.Web.Api;

/// <summary>A translation with its source beside it.</summary>
/// <param name="Commune">The commune whose own variant it is; null for the common text.</param>
/// <param name="SourceSegments">The segments of the source, in order.</param>
/// <param name="Segments">The translation by them: each covers as many as it counts.</param>
/// <param name="ETag">What to name in <c>If-Match</c> when changing it; also in the header.</param>
internal sealed record TranslationAnswer(
    VersionId Version,
    CommuneId? Commune,
    LanguageTag Language,
    TranslationState State,
    VersionText Source,
    VersionText Text,
    IReadOnlyList<string> SourceSegments,
    ImmutableArray<TranslatedSegment> Segments,
    IReadOnlyList<FindingAnswer> Findings,
    bool Sample,
    ImmutableArray<PersonId> Editors,
    PersonId? ReviewedBy,
    string? ReturnReason,
    Claim? Claim,
    Assignment? Assignment,
    DateTimeOffset ChangedAt,
    string ETag)
{
    public static TranslationAnswer Of(Row<TranslatedVersion> row, VersionText source, IEnumerable<Finding> findings) => new(
        row.Value.Id,
        row.Value.Commune,
        row.Value.Id.Language,
        row.Value.State,
        source,
        row.Value.Text,
        [.. SegmentedText.Of(source).Segments.Select(segment => segment.Text)],
        row.Value.Segments,
        [.. findings.Select(finding => FindingAnswer.Of(finding, row.Value))],
        row.Value.Sample,
        row.Value.Editors,
        row.Value.ReviewedBy,
        row.Value.ReturnReason,
        row.Value.Claim,
        row.Value.Assignment,
        row.Value.ChangedAt,
        row.ETag.ToString("H"));
}

/// <summary>What a check found in a translation.</summary>
/// <param name="Key">What names it when it is dismissed.</param>
/// <param name="Text">The reason in the reader's language.</param>
/// <param name="Dismissed">Why it is no mistake, where somebody said so.</param>
internal sealed record FindingAnswer(string Key, string Code, Severity Severity, TextPart Part, int Offset, int Length, string Text, Dismissal? Dismissed)
{
    public static FindingAnswer Of(Finding finding, TranslatedVersion translation) => new(
        finding.Key,
        finding.Code,
        finding.Severity,
        finding.Part,
        finding.Offset,
        finding.Length,
        finding.Text(CultureInfo.CurrentUICulture),
        translation.Dismissals.FirstOrDefault(dismissal => dismissal.Finding == finding.Key));
}
