using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation.Variants;

/// <summary>How a commune's own variant of a translation comes and goes, as pure functions. Between, it is a translation like any other.</summary>
internal static class VariantDecisions
{
    /// <summary>
    /// Begins a variant with the words that the common text has now. Whoever begins it counts as its editor, so that another looks at it even where not a
    /// word is changed; who wrote words that nobody has approved yet stays their editor.
    /// </summary>
    /// <param name="existing">The variant that the commune has, or gave up.</param>
    /// <param name="isOut">Whether something of the version is out in the commune.</param>
    public static Result<TranslatedVersion> Start(TranslatedVersion common, TranslatedVersion? existing, CommuneId commune, bool isOut, PersonId by, DateTimeOffset now) =>
        common.State is TranslationState.Outdated ? new Problem(nameof(ProblemTexts.TranslationOutdated))
        : existing is { State: not TranslationState.Dropped } ? new Problem(nameof(ProblemTexts.VariantThereAlready))
        : isOut ? new Problem(nameof(ProblemTexts.VariantTooLate))
        : new TranslatedVersion
        {
            Id = common.Id,
            Commune = commune,
            State = common.Segments.Any(segment => segment.Target is not null) ? TranslationState.Drafted : TranslationState.Wanted,
            Text = common.Text,
            Segments = common.Segments,
            SourceHash = common.SourceHash,
            Editors = common.State is TranslationState.Approved ? [by] : [.. common.Editors.Where(editor => editor != by), by],
            Sample = common.Sample,
            Dismissals = common.Dismissals,
            ChangedAt = now,
        };

    /// <summary>Gives a variant up: from now on the common text holds in its commune too. The words stay stored.</summary>
    /// <param name="isOut">Whether something of it is out in its commune.</param>
    public static Result<TranslatedVersion> Drop(TranslatedVersion current, string? reason, bool isOut, PersonId by, DateTimeOffset now) =>
        current.Commune is null ? new Problem(nameof(ProblemTexts.NotAVariant))
        : current.State is TranslationState.Outdated ? new Problem(nameof(ProblemTexts.TranslationOutdated))
        : current.State is TranslationState.Dropped ? new Problem(nameof(ProblemTexts.VariantDropped))
        : current.Claim is { } claim && claim.KeepsOut(by, now) ? TranslationDecisions.ClaimedByOther(claim)
        : isOut ? new Problem(nameof(ProblemTexts.VariantIsOut))
        : string.IsNullOrWhiteSpace(reason) ? new Problem(nameof(ProblemTexts.ReasonMissing))
        : current with { State = TranslationState.Dropped, ReviewedBy = by, ReturnReason = reason.Trim(), Claim = null, Assignment = null, ChangedAt = now };
}
