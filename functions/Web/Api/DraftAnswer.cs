using System.Collections.Immutable;
using Dissemination.Intake.Drafts;
using Dissemination.Storage;

namespace Dissemination.Web.Api;

/// <summary>A draft: one item, or the rows of a sheet.</summary>
internal sealed record DraftAnswer
{
    public required string Id { get; init; }

    public required string File { get; init; }

    public required string By { get; init; }

    public required string SavedBy { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public required DraftItem Item { get; init; }

    public required DraftSheet? Sheet { get; init; }

    /// <summary>What was left out or changed when the file was read.</summary>
    public required ImmutableArray<ProblemAnswer> Notes { get; init; }

    /// <summary>The hand-in that it became.</summary>
    public required string? HandIn { get; init; }

    /// <summary>What <c>If-Match</c> names.</summary>
    public required string Version { get; init; }

    public static DraftAnswer Of(Row<Draft> row) => new()
    {
        Id = row.Value.Id.Value,
        File = row.Value.File,
        By = row.Value.By.Value,
        SavedBy = row.Value.SavedBy.Value,
        SavedAt = row.Value.SavedAt,
        Item = row.Value.Item,
        Sheet = row.Value.Sheet,
        Notes = [.. row.Value.Notes.Select(ProblemAnswer.Of)],
        HandIn = row.Value.Sent?.HandIn.Value,
        Version = row.ETag.ToString("H"),
    };
}
