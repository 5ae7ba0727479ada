using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation.Variants;

/// <summary>
/// How a commune's own variant of a translation begins, as a pure function. From then on it is a translation like any other.
/// </summary>
internal static class VariantDecisions
{
    /// <summary>
    /// Begins a variant with the words that the common text has now. Whoever begins it counts as its editor, so that another looks at it
    /// even where not a word is changed; who wrote words that nobody has approved yet stays their editor.
    /// </summary>
    /// <param name="by">Somebody of the commune whose variant it is to be.</param>
    /// <param name="existing">The variant that the commune has, or gave up.</param>
    /// <param name="isOut">Whether something of the version is out in the commune.</param>
    public static Result<TranslatedVersion> Start(
        TranslatedVersion common, TranslatedVersion? existing, bool isOut, Person by, DateTimeOffset now) =>
        common.State is TranslationState.Outdated ? new Problem(nameof(ProblemTexts.TranslationOutdated))
        : existing is { State: not TranslationState.Dropped } ? new Problem(nameof(ProblemTexts.VariantThereAlready))
        : isOut ? new Problem(nameof(ProblemTexts.VariantTooLate))
        : new TranslatedVersion
        {
            Id = common.Id,
            Commune = by.Commune,
            State = common.Segments.Any(segment => segment.Target is not null) ? TranslationState.Drafted : TranslationState.Wanted,
            Text = common.Text,
            Segments = common.Segments,
            SourceHash = common.SourceHash,
            Editors = common.State is TranslationState.Approved
                ? [by.Id]
                : [.. common.Editors.Where(editor => editor != by.Id), by.Id],
            Sample = common.Sample,
            Dismissals = common.Dismissals,
            ChangedAt = now,
        };
}
