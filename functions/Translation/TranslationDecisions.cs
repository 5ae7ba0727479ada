using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation;

/// <summary>What people may do with a translation, as pure functions: a new standing, or the problem. Nobody approves what he or she edited.</summary>
internal static class TranslationDecisions
{
    /// <summary>Writes a text. An edit takes an approval back.</summary>
    public static Result<TranslatedVersion> Draft(TranslatedVersion current, VersionText text, PersonId by, DateTimeOffset now)
    {
        if (current.State is TranslationState.Outdated)
        {
            return new Problem(nameof(ProblemTexts.TranslationOutdated));
        }

        return current with
        {
            State = TranslationState.Drafted,
            Text = text,
            Editors = current.Editors.Contains(by) ? current.Editors : current.Editors.Add(by),
            ReviewedBy = null,
            ReturnReason = null,
            SuppliedHash = null,
            ChangedAt = now,
        };
    }

    /// <summary>Asks for review.</summary>
    public static Result<TranslatedVersion> Submit(TranslatedVersion current, DateTimeOffset now)
    {
        if (current.State is not (TranslationState.Drafted or TranslationState.Returned))
        {
            return new Problem(nameof(ProblemTexts.TranslationNotDrafted));
        }

        return current.Text.IsEmpty
            ? new Problem(nameof(ProblemTexts.TranslationEmpty))
            : current with { State = TranslationState.InReview, ChangedAt = now };
    }

    public static Result<TranslatedVersion> Approve(TranslatedVersion current, PersonId by, DateTimeOffset now)
    {
        if (current.State is not TranslationState.InReview)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotInReview));
        }

        return current.Editors.Contains(by)
            ? new Problem(nameof(ProblemTexts.ReviewerIsEditor))
            : current with { State = TranslationState.Approved, ReviewedBy = by, ReturnReason = null, ChangedAt = now };
    }

    /// <summary>Gives it back to its editors, who are told why. Returning what was approved takes the approval back.</summary>
    public static Result<TranslatedVersion> Return(TranslatedVersion current, string? reason, PersonId by, DateTimeOffset now)
    {
        if (current.State is not (TranslationState.InReview or TranslationState.Approved))
        {
            return new Problem(nameof(ProblemTexts.TranslationNotInReview));
        }

        return string.IsNullOrWhiteSpace(reason)
            ? new Problem(nameof(ProblemTexts.ReasonMissing))
            : current with { State = TranslationState.Returned, ReviewedBy = by, ReturnReason = reason.Trim(), ChangedAt = now };
    }
}
