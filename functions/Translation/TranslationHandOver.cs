using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>What a change of a translation makes necessary next, decided from what it was and what it is.</summary>
internal static class TranslationHandOver
{
    /// <summary>
    /// Hands over in the very transaction that changes the translation. Where it is approved,
    /// <see cref="ItemTransaction.Guard"/> has to be in the transaction too.
    /// </summary>
    public static Transaction HandOver(this Transaction transaction, TranslationChange change, ReviewNotificationOptions notifications)
    {
        var (before, after, item, now) = (change.Before, change.After, change.Item.Value, change.Now);

        // A variant says in one commune's way what all others say otherwise: the memory, which all share, does not learn it.
        if (after.Commune is null && (after.State is TranslationState.Approved || before?.State is TranslationState.Approved))
        {
            transaction.HandOver(OutboxTopics.Remember, VersionDue.Of(after.TextId, now));
        }

        if (item.State is ItemState.Approved && (after.State is TranslationState.Approved || MovesItsCommune(before, after)))
        {
            var dueAt = item.DueAt(after.TextId.Language, now);
            transaction.HandOver(OutboxTopics.Publish, VersionDue.Of(after.TextId, dueAt, item.TraceParent));
        }

        return notifications.IsOn && IsNews(before, after)
            ? transaction.HandOver(OutboxTopics.TellReviewers, VersionDue.Of(after.TextId, now))
            : transaction;
    }

    /// <summary>Whether its reviewers have something to hear: it came into review, left it, or changed hands there.</summary>
    public static bool IsNews(TranslatedVersion? before, TranslatedVersion after) =>
        (after.State is TranslationState.InReview or TranslationState.Returned || before?.State is TranslationState.InReview)
        && (before is null || ReviewStamp.Of(before) != ReviewStamp.Of(after) || before.Claim != after.Claim
            || before.Assignment != after.Assignment || before.IsOpen != after.IsOpen);

    /// <summary>
    /// Whether what its commune gets is another from now on: a variant that comes holds its deliveries, and one that goes lets them go.
    /// </summary>
    private static bool MovesItsCommune(TranslatedVersion? before, TranslatedVersion now) =>
        now is { Commune: not null, State: not TranslationState.Outdated }
        && before?.State != now.State
        && (before is not { State: not (TranslationState.Approved or TranslationState.Dropped) } || now.State is TranslationState.Dropped);
}
