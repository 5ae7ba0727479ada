using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Segments;

namespace Dissemination.Web.Api;

/// <summary>A translation with its source beside it.</summary>
internal sealed record TranslationAnswer
{
    public required VersionId Version { get; init; }

    /// <summary>The commune whose own variant it is; null for the common text.</summary>
    public required CommuneId? Commune { get; init; }

    public required LanguageTag Language { get; init; }

    public required TranslationState State { get; init; }

    public required VersionText Source { get; init; }

    public required VersionText Text { get; init; }

    /// <summary>The segments of the source, in order.</summary>
    public required IReadOnlyList<string> SourceSegments { get; init; }

    /// <summary>The translation by them: each covers as many as it counts.</summary>
    public required ImmutableArray<TranslatedSegment> Segments { get; init; }

    public required IReadOnlyList<FindingAnswer> Findings { get; init; }

    public required bool Sample { get; init; }

    public required ImmutableArray<PersonId> Editors { get; init; }

    public required PersonId? ReviewedBy { get; init; }

    public required string? ReturnReason { get; init; }

    public required Claim? Claim { get; init; }

    public required Assignment? Assignment { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What to name in <c>If-Match</c> when changing it; also in the header.</summary>
    public required string ETag { get; init; }

    /// <summary>What was not done beside what was asked for, and why; null where all was.</summary>
    public ProblemAnswer? Missed { get; init; }

    public static TranslationAnswer Of(Row<TranslatedVersion> row, VersionText source, IEnumerable<Finding> findings) => new()
    {
        Version = row.Value.Id,
        Commune = row.Value.Commune,
        Language = row.Value.Id.Language,
        State = row.Value.State,
        Source = source,
        Text = row.Value.Text,
        SourceSegments = [.. SegmentedText.Of(source).Segments.Select(segment => segment.Text)],
        Segments = row.Value.Segments,
        Findings = [.. findings.Select(finding => FindingAnswer.Of(finding, row.Value))],
        Sample = row.Value.Sample,
        Editors = row.Value.Editors,
        ReviewedBy = row.Value.ReviewedBy,
        ReturnReason = row.Value.ReturnReason,
        Claim = row.Value.Claim,
        Assignment = row.Value.Assignment,
        ChangedAt = row.Value.ChangedAt,
        ETag = row.ETag.ToString("H"),
    };
}
