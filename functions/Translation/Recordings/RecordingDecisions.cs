using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation.Recordings;

/// <summary>
/// What people may do with a recording, as pure functions: a new state, or the problem. Nobody approves his or her own voice, and none is
/// approved that says other words than the text.
/// </summary>
internal static class RecordingDecisions
{
    /// <summary>
    /// Adds what was read, in the place of what said the same before. What was in review has to be sent there again.
    /// </summary>
    /// <param name="current">Null where nothing was recorded yet.</param>
    public static Result<Recording> Add(
        Recording? current, TextId text, SpokenText spoken, IReadOnlyList<RecordedPart> added, DateTimeOffset now)
    {
        if (added.Any(part => !Fits(part, spoken)))
        {
            return new Problem(nameof(ProblemTexts.RecordedTextChanged));
        }

        var news = added.SelectMany(part => part.Sentences).ToHashSet(StringComparer.Ordinal);
        var kept = (current?.Parts ?? []).Where(part => !part.Sentences.Any(news.Contains) && Fits(part, spoken));
        return With(current ?? New(text, now), [.. kept, .. added], now) with { State = RecordingState.Begun, ReturnReason = null };
    }

    /// <summary>Asks a second person to listen.</summary>
    public static Result<Recording> Submit(Recording? current, SpokenText spoken, DateTimeOffset now)
    {
        if (current is not { State: RecordingState.Begun })
        {
            return new Problem(nameof(ProblemTexts.RecordingNotBegun));
        }

        var missing = spoken.Sentences.Count(sentence => current.PartOf(sentence) is null);
        var length = TimeSpan.FromMilliseconds(InOrder(current, spoken).Sum(part => part.Milliseconds));
        return missing > 0 || current.Parts is [] ? new Problem(nameof(ProblemTexts.RecordingUnfinished), null, Number(missing))
            : current.Parts.DistinctBy(part => part.Form).Skip(1).Any() ? new Problem(nameof(ProblemTexts.RecordingForms))
            : VoiceDecisions.WhyNot(length, VoiceLimits.Whole) is { } wrong ? wrong
            : current with { State = RecordingState.InReview, ChangedAt = now };
    }

    /// <summary>
    /// The same with what was taken over from an approved voice. What waits for a second person already is asked for no second time.
    /// </summary>
    public static Result<Recording> Send(
        Recording? current, TextId text, SpokenText spoken, IReadOnlyList<RecordedPart> taken, DateTimeOffset now) =>
        current is { State: RecordingState.InReview } && taken.Count == 0 ? current
        : Add(current, text, spoken, taken, now) is { IsDone: true } added ? Submit(added.Value, spoken, now)
        : new Problem(nameof(ProblemTexts.RecordedTextChanged));

    /// <summary>What keeps a person from approving it; null where nothing does.</summary>
    public static Problem? WhyNotApproved(Recording? current, SpokenText spoken, PersonId by) =>
        current is not { State: RecordingState.InReview } ? new(nameof(ProblemTexts.RecordingNotInReview))
        : current.Readers.Contains(by) ? new(nameof(ProblemTexts.ReviewerIsReader))
        : !current.Parts.All(part => Fits(part, spoken)) || spoken.Sentences.Any(sentence => current.PartOf(sentence) is null)
            ? new(nameof(ProblemTexts.RecordedTextChanged))
        : null;

    /// <param name="voice">All its parts in one file.</param>
    public static Recording Approve(Recording current, ApprovedVoice voice, DateTimeOffset now) => current with
    {
        State = RecordingState.Approved,
        Parts = [],
        Readers = [],
        ReviewedBy = voice.ReviewedBy,
        ReturnReason = null,
        Voice = voice,
        Count = voice.Number,
        ChangedAt = now,
    };

    /// <summary>
    /// Why somebody cannot undo the approval that he or she gave a moment ago; null where he or she can. It is undone while nothing of its
    /// text is out, and where no voice gave way to it: that was deleted.
    /// </summary>
    /// <param name="isOut">Whether something of the text is out, or may be.</param>
    public static Problem? WhyNotUndone(Recording? current, bool isOut, PersonId by) => current switch
    {
        { State: RecordingState.Approved, Voice: { Number: 1 } voice } when voice.ReviewedBy == by =>
            isOut ? new(nameof(ProblemTexts.OutAlready)) : null,
        _ => new(nameof(ProblemTexts.NothingToUndo)),
    };

    /// <summary>It waits for a second person again.</summary>
    /// <param name="parts">What the approved file was made of.</param>
    public static Recording Undo(Recording current, ImmutableArray<RecordedPart> parts, DateTimeOffset now) =>
        With(current, parts, now) with { State = RecordingState.InReview, ReviewedBy = null, Voice = null, Count = 0 };

    /// <summary>Nobody is to hear it: what was recorded is not kept. What was approved before stays.</summary>
    public static Result<Recording> Return(Recording? current, string? reason, PersonId by, DateTimeOffset now) =>
        current is not { State: RecordingState.InReview } ? new Problem(nameof(ProblemTexts.RecordingNotInReview))
        : WhyBadReason(reason) is { } problem ? problem
        : current with
        {
            State = RecordingState.Returned,
            Parts = [],
            Readers = [],
            ReviewedBy = by,
            ReturnReason = reason!.Trim(),
            ChangedAt = now,
        };

    /// <summary>Takes the approval back: it is nowhere played any more, and not kept.</summary>
    public static Result<Recording> TakeBack(Recording? current, string? reason, PersonId by, DateTimeOffset now) =>
        current is not { Voice: not null } ? new Problem(nameof(ProblemTexts.RecordingNotFound))
        : WhyBadReason(reason) is { } problem ? problem
        : current with
        {
            State = current.State is RecordingState.Approved ? RecordingState.Returned : current.State,
            Voice = null,
            ReviewedBy = by,
            ReturnReason = reason!.Trim(),
            ChangedAt = now,
        };

    /// <summary>
    /// What an approved voice says of a text that has become another, and nobody has read anew: where that is in its file. Nothing of what
    /// was read in one go, in which no sentence can be found.
    /// </summary>
    public static IEnumerable<VoicePart> StillSaid(ApprovedVoice? voice, Recording? current, SpokenText spoken) =>
        from part in voice?.Parts ?? []
        let sentence = spoken.Sentences.FirstOrDefault(sentence => sentence.Id == part.Sentence)
        where sentence is not null && current?.PartOf(sentence) is null
        select part;

    /// <summary>What is played one after the other; a sentence that stands in the text twice is heard twice.</summary>
    public static IEnumerable<RecordedPart> InOrder(Recording recording, SpokenText spoken) =>
        recording.Parts is [{ Sentences.Length: > 1 } whole] ? [whole] : spoken.Sentences.Select(recording.PartOf).OfType<RecordedPart>();

    /// <summary>Whether it says one sentence of the text, or all of them in their order.</summary>
    private static bool Fits(RecordedPart part, SpokenText spoken)
    {
        var sentences = spoken.Sentences.Select(sentence => sentence.Id);
        return part.Sentences is [var one]
            ? sentences.Contains(one, StringComparer.Ordinal)
            : part.Sentences.SequenceEqual(sentences, StringComparer.Ordinal);
    }

    private static Recording New(TextId text, DateTimeOffset now) =>
        new() { Text = text, State = RecordingState.Begun, ChangedAt = now };

    private static Recording With(Recording recording, ImmutableArray<RecordedPart> parts, DateTimeOffset now) =>
        recording with { Parts = parts, Readers = [.. parts.Select(part => part.By).Distinct()], ChangedAt = now };

    private static Problem? WhyBadReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new(nameof(ProblemTexts.ReasonMissing))
        : reason.Length > Limits.ReasonCharacters ? new(nameof(ProblemTexts.TextTooLong), null, Number(Limits.ReasonCharacters))
        : null;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
