using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation;

/// <summary>
/// What people may do with a translation, as pure functions: a new state, or the problem. Nobody approves what he or she edited.
/// </summary>
internal static class TranslationDecisions
{
    /// <summary>
    /// Writes a text. The words that were approved hold until the new ones are. Where it says nothing of pictures, their words stay.
    /// </summary>
    public static Result<TranslatedVersion> Draft(
        TranslatedVersion current, VersionText text, SegmentedText source, PersonId by, DateTimeOffset now) =>
        WhyNoEdit(current, by, now) is { } problem
            ? problem
            : Edited(
                current, current.With(text with { Pictures = Fitted(text.Pictures ?? current.Text.Pictures, source) }, source), by, now);

    /// <summary>
    /// Writes some segments, by their place; what is not named stays. Naming one with the words that it has keeps them: somebody says that
    /// they are right.
    /// </summary>
    public static Result<TranslatedVersion> DraftSegments(
        TranslatedVersion current, IReadOnlyDictionary<int, string?> written, SegmentedText source, PersonId by, DateTimeOffset now)
    {
        if (WhyNoEdit(current, by, now) is { } problem)
        {
            return problem;
        }

        if (written.Keys.Any(place => place < 0 || place >= current.Segments.Length))
        {
            return new Problem(nameof(ProblemTexts.SegmentNotFound));
        }

        ImmutableArray<TranslatedSegment> segments =
        [
            .. current.Segments.Select(
                (segment, place) => written.TryGetValue(place, out var words)
                    ? segment with { Target = words, Mark = SegmentMark.None, Doubts = null }
                    : segment),
        ];
        return segments.SequenceEqual(current.Segments) ? current : Edited(current, current.With(segments, source), by, now);
    }

    /// <summary>
    /// Fills in what has no words yet, for people to look at. It is nobody's edit, so it takes nothing back and nobody is its editor.
    /// </summary>
    public static Result<TranslatedVersion> Fill(
        TranslatedVersion current, IReadOnlyDictionary<int, TranslatedSegment> found, SegmentedText source)
    {
        ImmutableArray<TranslatedSegment> segments =
        [
            .. current.Segments.Select(
                (segment, place) => segment.Target is null && found.TryGetValue(place, out var filled)
                    ? segment with { Target = filled.Target, Mark = filled.Mark, Doubts = filled.Doubts }
                    : segment),
        ];
        return current.State is not (TranslationState.Wanted or TranslationState.Drafted or TranslationState.Returned)
            ? new Problem(nameof(ProblemTexts.TranslationNotDrafted))
            : segments.SequenceEqual(current.Segments) ? new Problem(nameof(ProblemTexts.NothingToFillIn))
            : current.With(segments, source) is var filled && WhyTooMuch(current, filled) is { } problem ? problem
            : filled;
    }

    /// <summary>Asks for review.</summary>
    /// <param name="errors">What the checks find that no text may have.</param>
    public static Result<TranslatedVersion> Submit(TranslatedVersion current, int errors, PersonId by, DateTimeOffset now)
    {
        if (current.State is not (TranslationState.Wanted or TranslationState.Drafted or TranslationState.Returned))
        {
            return new Problem(nameof(ProblemTexts.TranslationNotDrafted));
        }

        if (current.Claim?.KeepsOut(by, now) == true)
        {
            return ClaimedByOther(current.Claim);
        }

        return WhyUnfinished(current, errors) is { } problem
            ? problem
            : current with { State = TranslationState.InReview, Claim = null, ChangedAt = now };
    }

    /// <param name="errors">What the checks find that no text may have.</param>
    public static Result<TranslatedVersion> Approve(TranslatedVersion current, int errors, PersonId by, DateTimeOffset now)
    {
        if (current.State is not TranslationState.InReview)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotInReview));
        }

        if (current.Editors.Contains(by))
        {
            return new Problem(nameof(ProblemTexts.ReviewerIsEditor));
        }

        return WhyUnfinished(current, errors) is { } problem
            ? problem
            : Counted(current) with
            {
                State = TranslationState.Approved,
                ReviewedBy = by,
                ReturnReason = null,
                Claim = null,
                ApprovedBefore = null,
                IsTakenBack = false,
                ChangedAt = now,
            };
    }

    /// <summary>
    /// Gives it back to its editors, who are told why. Returning what was approved takes the approval back; returning newer words leaves
    /// those alone that were approved before.
    /// </summary>
    public static Result<TranslatedVersion> Return(TranslatedVersion current, string? reason, PersonId by, DateTimeOffset now)
    {
        if (current.State is not (TranslationState.InReview or TranslationState.Approved))
        {
            return new Problem(nameof(ProblemTexts.TranslationNotInReview));
        }

        return WhyBadReason(reason) is { } problem
            ? problem
            : current with
            {
                State = TranslationState.Returned,
                ReviewedBy = by,
                ReturnReason = reason!.Trim(),
                IsCorrected = false,
                WasCorrected = current is { IsCorrected: true, State: TranslationState.InReview },
                Claim = null,
                ApprovedBefore = current.Approved,
                IsTakenBack = current.IsTakenBack || current.State is TranslationState.Approved,
                ChangedAt = now,
            };
    }

    /// <summary>
    /// Undoes what somebody decided a moment ago: the text waits for its review again, as if that had not been; one that was only sent
    /// there is a draft again. An approval that is undone is none that was taken back: it says nothing of earlier revisions.
    /// </summary>
    /// <param name="isOut">Whether something of it is out, or may be.</param>
    public static Result<TranslatedVersion> Undo(TranslatedVersion current, bool isOut, PersonId by, DateTimeOffset now)
    {
        if (WhyNotUndone(current, isOut, by) is { } problem)
        {
            return problem;
        }

        if (current.State is TranslationState.InReview)
        {
            return current with { State = TranslationState.Drafted, ChangedAt = now };
        }

        var waiting = current with
        {
            State = TranslationState.InReview,
            ReviewedBy = null,
            ReturnReason = null,
            IsCorrected = current.IsCorrected || current.WasCorrected,
            WasCorrected = false,
            ChangedAt = now,
        };
        return current.State is TranslationState.Approved
            ? waiting with { ApprovedBefore = null, IsTakenBack = false, Edition = 0, SpokenSince = 0 }
            : waiting;
    }

    /// <summary>
    /// Why somebody cannot undo the last decision about a text; null where he or she can. Nobody undoes another's. An approval is undone
    /// while nothing of the text is out and it took the place of no earlier one, and a return where it took no approval back: the rest
    /// would not stand as it did before. Who wrote a text takes it out of review until somebody has decided.
    /// </summary>
    /// <param name="isOut">Whether something of it is out, or may be.</param>
    public static Problem? WhyNotUndone(TranslatedVersion current, bool isOut, PersonId by) => current switch
    {
        { State: TranslationState.InReview } when current.Editors.Contains(by) => null,
        _ when current.ReviewedBy != by => new(nameof(ProblemTexts.NothingToUndo)),
        { State: TranslationState.Returned } when !(current.IsTakenBack && current.Approved == current.Text) => null,
        { State: TranslationState.Approved, Edition: <= 1 } => isOut ? new(nameof(ProblemTexts.OutAlready)) : null,
        _ => new(nameof(ProblemTexts.NothingToUndo)),
    };

    /// <summary>Says that one works at it, so that no two do the same.</summary>
    public static Result<TranslatedVersion> Claim(TranslatedVersion current, PersonId by, DateTimeOffset now) =>
        !current.IsOpen ? new Problem(nameof(ProblemTexts.TranslationNotOpen))
        : current.Claim?.KeepsOut(by, now) == true ? ClaimedByOther(current.Claim)
        : current with { Claim = new(by, now) };

    /// <summary>Leaves it to others. Provincial staff do it for somebody who is away.</summary>
    public static Result<TranslatedVersion> Release(TranslatedVersion current, PersonId by, DateTimeOffset now, bool isStaff = false) =>
        current.Claim is null ? current
        : current.Claim.KeepsOut(by, now) && !isStaff ? ClaimedByOther(current.Claim)
        : current with { Claim = null };

    /// <summary>Asks a commune, or one of its people, for it; null takes that back.</summary>
    public static Result<TranslatedVersion> Assign(TranslatedVersion current, Assignment? assignment) =>
        current.IsOpen ? current with { Assignment = assignment } : new Problem(nameof(ProblemTexts.TranslationNotOpen));

    /// <summary>Says of a warning that the text is right all the same, and why. Doing it again replaces the reason.</summary>
    /// <param name="isWarning">Whether the text has that warning, or an error that may be meant so.</param>
    public static Result<TranslatedVersion> Dismiss(TranslatedVersion current, Dismissal dismissal, bool isWarning)
    {
        if (!isWarning)
        {
            return new Problem(nameof(ProblemTexts.NoSuchWarning));
        }

        return WhyBadReason(dismissal.Reason) is { } problem
            ? problem
            : current with
            {
                Dismissals =
                [
                    .. current.Dismissals.Where(earlier => earlier.Finding != dismissal.Finding),
                    dismissal with { Reason = dismissal.Reason.Trim() },
                ],
            };
    }

    /// <summary>Gives a variant up: from now on the common text holds in its commune too. The words stay stored.</summary>
    /// <param name="isOut">Whether something of it is out in its commune.</param>
    public static Result<TranslatedVersion> Drop(TranslatedVersion current, string? reason, bool isOut, PersonId by, DateTimeOffset now) =>
        current.Commune is null ? new Problem(nameof(ProblemTexts.NotAVariant))
        : current.State is TranslationState.Outdated ? new Problem(nameof(ProblemTexts.TranslationOutdated))
        : current.State is TranslationState.Dropped ? new Problem(nameof(ProblemTexts.VariantDropped))
        : current.Claim is { } claim && claim.KeepsOut(by, now) ? ClaimedByOther(claim)
        : isOut ? new Problem(nameof(ProblemTexts.VariantIsOut))
        : WhyBadReason(reason) is { } problem ? problem
        : current with
        {
            State = TranslationState.Dropped,
            ReviewedBy = by,
            ReturnReason = reason!.Trim(),
            Claim = null,
            Assignment = null,
            ChangedAt = now,
        };

    /// <summary>Somebody else asked to be left alone with it.</summary>
    public static Problem ClaimedByOther(Claim claim) =>
        new(nameof(ProblemTexts.ClaimedByOther), null, claim.By.Value, LocalTime.Text(claim.At + Translation.Claim.Holds));

    /// <summary>The words of pictures with an empty line for each that is not translated, also at their end.</summary>
    private static string? Fitted(string? pictures, SegmentedText source)
    {
        if (string.IsNullOrWhiteSpace(pictures))
        {
            return null;
        }

        var words = pictures.TrimEnd('\n');
        var missing = (source.Find(TextPart.Pictures)?.Blocks.Length ?? 0) - words.Split('\n').Length;
        return missing > 0 ? words + new string('\n', missing) : words;
    }

    private static Problem? WhyNoEdit(TranslatedVersion current, PersonId by, DateTimeOffset now) =>
        current.State is TranslationState.Outdated ? new(nameof(ProblemTexts.TranslationOutdated))
        : current.State is TranslationState.Dropped ? new(nameof(ProblemTexts.VariantDropped))
        : current.Claim?.KeepsOut(by, now) == true ? ClaimedByOther(current.Claim)
        : null;

    private static Problem? WhyUnfinished(TranslatedVersion current, int errors) =>
        current.Text.IsEmpty ? new(nameof(ProblemTexts.TranslationEmpty))
        : current.OpenSegments > 0 ? new(nameof(ProblemTexts.SegmentsOpen), null, Number(current.OpenSegments))
        : errors > 0 ? new(nameof(ProblemTexts.TranslationHasErrors), null, Number(errors))
        : null;

    private static Result<TranslatedVersion> Edited(
        TranslatedVersion current, TranslatedVersion changed, PersonId by, DateTimeOffset now) =>
        WhyTooMuch(current, changed) is { } problem
            ? problem
            : changed with
            {
                State = TranslationState.Drafted,
                Editors = changed.Editors.Contains(by) ? changed.Editors : changed.Editors.Add(by),
                ReviewedBy = null,
                ReturnReason = null,
                ApprovedBefore = current.Approved,
                SuppliedHash = null,
                IsCorrected = IsCorrected(current, by),
                WasCorrected = false,
                Claim = changed.Claim is null ? null : new(by, now),
                ChangedAt = now,
            };

    /// <summary>What a reviewer writes into a text that waits for review, and what anybody writes after that until it is decided.</summary>
    private static bool IsCorrected(TranslatedVersion current, PersonId by) =>
        (current.State is TranslationState.InReview && !current.Editors.Contains(by))
        || current is { IsCorrected: true, State: TranslationState.InReview or TranslationState.Drafted };

    /// <summary>Approving other words than before makes an edition of them; the same words again are no news.</summary>
    private static TranslatedVersion Counted(TranslatedVersion current)
    {
        var (before, now, next) = (current.ApprovedBefore, current.Text, current.Edition + 1);
        return before == now ? current
            : before is not null && before with { Pictures = null } == now with { Pictures = null } ? current with { Edition = next }
            : current with { Edition = next, SpokenSince = next };
    }

    /// <summary>What is too much already is mended segment by segment: while it is not, the checks let nobody submit it.</summary>
    private static Problem? WhyTooMuch(TranslatedVersion current, TranslatedVersion changed) =>
        TextLimits.Check(changed.Text) is { } problem && TextLimits.Check(current.Text) is null ? problem : null;

    private static Problem? WhyBadReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new(nameof(ProblemTexts.ReasonMissing))
        : reason.Length > Limits.ReasonCharacters ? new(nameof(ProblemTexts.TextTooLong), null, Number(Limits.ReasonCharacters))
        : null;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
