using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Translation;

namespace Dissemination.Publishing;

/// <summary>Whether a language version may go out as things stand: asked when it is planned and again before each send.</summary>
internal abstract record Clearance
{
    private Clearance()
    {
    }

    public sealed record Clear : Clearance;

    /// <summary>Not now, but perhaps later without anything being handed in anew.</summary>
    public sealed record Hold(Problem Reason) : Clearance;

    /// <summary>Never again.</summary>
    public sealed record Stop(Problem Reason) : Clearance;

    /// <param name="translation">The state of its translation; null for the Vietnamese original.</param>
    /// <param name="isVariant">Whether that is a commune's own variant of it.</param>
    public static Clearance Of(Item item, VersionId version, TranslationState? translation, DateTimeOffset now, bool isVariant = false) =>
        item switch
        {
            { Withdrawal: { } withdrawal } => new Stop(new(nameof(ProblemTexts.ItemWithdrawn), null, withdrawal.Reason)),
            _ when item.Revision != version.Revision => new Stop(new(nameof(ProblemTexts.RevisionReplaced))),
            _ when item.IsExpired(now) => new Stop(new(nameof(ProblemTexts.ItemExpired))),
            { Approval: null } => new Hold(new(nameof(ProblemTexts.ItemNotApproved))),
            _ when item.OccasionStateOf(version.Language) is var state and not OccasionState.Planned =>
                new Hold(new(state is OccasionState.Held ? nameof(ProblemTexts.OccasionHeld) : nameof(ProblemTexts.OccasionCancelled))),
            _ when !version.Language.IsVietnamese && translation is not TranslationState.Approved =>
                new Hold(new(isVariant ? nameof(ProblemTexts.VariantNotApproved) : nameof(ProblemTexts.TranslationNotApproved))),
            _ => new Clear(),
        };
}
