using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Translation.Review;

/// <summary>What Translation hands to whoever tells reviewers: a translation that came into review, left it, or changed hands there.</summary>
internal static class ReviewNews
{
    /// <summary>Hands it over in the very transaction that makes it news.</summary>
    public static Transaction TellReviewers(this Transaction transaction, ReviewHerald herald, TranslatedVersion? before, TranslatedVersion after, DateTimeOffset now) =>
        herald.IsOn && IsNews(before, after) ? transaction.Put(Keys.ReviewNews(after.TextId.ToString()), new Due(after.Id, now, after.Commune, Tracing.Current), ContentJson.Default.Due) : transaction;

    public static bool IsNews(TranslatedVersion? before, TranslatedVersion after) =>
        (after.State is TranslationState.InReview or TranslationState.Returned || before?.State is TranslationState.InReview)
        && (before is null || ReviewStamp.Of(before) != ReviewStamp.Of(after) || before.Claim != after.Claim || before.Assignment != after.Assignment || before.IsOpen != after.IsOpen);
}
