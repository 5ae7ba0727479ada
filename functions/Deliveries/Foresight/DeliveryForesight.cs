using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Translation;

namespace Dissemination.Deliveries.Foresight;

/// <summary>
/// What an act would set off, told before a person does it: by what plans it afterwards, without a write. Where an earlier revision is out
/// there is a transaction for each of these, at most five, in each language.
/// </summary>
internal sealed class DeliveryForesight(
    ItemReader items,
    TranslationService translations,
    DeliveryPlanner planner,
    RemovalPlanner removals,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>
    /// What it sets off to approve the current revision of each of some items, in their order. Two transactions where they lie side by
    /// side, and one for each revision that was not read lately.
    /// </summary>
    public async Task<IReadOnlyList<ForeseenApproval>> OfApprovalsAsync(
        IReadOnlyCollection<Item> several, CancellationToken cancellationToken)
    {
        var texts = await translations.OfEachAsync(several, cancellationToken);
        var plans = await PlansAsync(cancellationToken);
        return await Task.WhenAll(several.Select(async item => await OfAsync(
            item,
            await items.ContentAsync(item.Id, item.Revision, cancellationToken),
            [.. texts[item.Id]],
            plans,
            cancellationToken)));
    }

    /// <summary>The same of what was read already, or of what is not handed in yet.</summary>
    /// <param name="texts">The translations of its revision, and the communes' own variants of them.</param>
    public async Task<ForeseenApproval> OfAsync(
        Item item, ItemContent content, ImmutableArray<TranslatedVersion> texts, CancellationToken cancellationToken) =>
        await OfAsync(item, content, texts, await PlansAsync(cancellationToken), cancellationToken);

    private static async Task<ForeseenApproval> OfAsync(
        Item item,
        ItemContent content,
        ImmutableArray<TranslatedVersion> texts,
        ForeseenPlans plans,
        CancellationToken cancellationToken)
    {
        List<ForeseenLanguage> languages = [];
        foreach (var version in VersionsOf(item, content, texts, plans.Directory))
        {
            var isReady = version.Id.Language.IsVietnamese || version.Translation!.State is TranslationState.Approved;
            var planned = await plans.OfAsync(version.AsApproved(), cancellationToken);
            if (planned.Places > 0)
            {
                languages.Add(new(version.Id.Language, isReady, planned));
            }
        }

        return new(EarlyUntil(item, LanguageTag.Vietnamese, plans.Now), [.. languages]) { IsExpired = item.IsExpired(plans.Now) };
    }

    private async ValueTask<ForeseenPlans> PlansAsync(CancellationToken cancellationToken) =>
        new(planner, await directories.CurrentAsync(cancellationToken), time.GetUtcNow());

    /// <summary>What it sets off to approve a translation. Nothing is read but what earlier revisions have out.</summary>
    /// <param name="content">The original that it translates.</param>
    public async Task<ForeseenApproval> OfTranslationAsync(
        Item item, ItemContent content, TranslatedVersion text, CancellationToken cancellationToken)
    {
        var (directory, now) = (await directories.CurrentAsync(cancellationToken), time.GetUtcNow());
        var isNewEdition = text.HasApproved;
        text = text with { State = TranslationState.Approved };
        var version = new PublishableVersion(text.Id, item, content, text, []) { Variants = text.Commune is null ? [] : [text] };
        var planned = await planner.ForeseeAsync(version.AsApproved(), directory, now, cancellationToken);
        var there = planned.FindAll(
            delivery => text.Commune is not { } own || directory.Successor(delivery.Id.Destination.Commune) == directory.Successor(own));
        return new(
            EarlyUntil(item, text.Id.Language, now),
            there.Count == 0 ? [] : [new(text.Id.Language, IsReady: true, ForeseenDeliveries.Of(there, directory))])
        {
            IsExpired = item.IsExpired(now),
            WaitsForItem = item.State is ItemState.WaitingForApproval,
            IsNewEdition = isNewEdition && item.State is ItemState.Approved,
        };
    }

    /// <summary>What it sets off to take an item back. Nothing is read.</summary>
    /// <param name="deliveries">All that the item has.</param>
    public async Task<ForeseenWithdrawal> OfWithdrawalAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var (directory, now) = (await directories.CurrentAsync(cancellationToken), time.GetUtcNow());
        var taken = deliveries.Concat(HalfPosts.Uncorrected(deliveries))
            .Select(posted => removals.Foresee(posted, directory))
            .OfType<Delivery>()
            .ToList();
        var stop = new DeliveryEvent.Stopped(now, new(nameof(ProblemTexts.ItemWithdrawn)));
        var stopped = deliveries.Count(delivery => !delivery.Id.Removes && delivery.Apply(stop) is not null);
        return new(taken.Count(removal => !removal.IsByHand), taken.Count(removal => removal.IsByHand), stopped);
    }

    /// <summary>When it goes out; null where nothing has to be waited for.</summary>
    private static DateTimeOffset? EarlyUntil(Item item, LanguageTag language, DateTimeOffset now) =>
        item.IsEarly(language, now) ? item.WantedAt(language) : null;

    /// <summary>The original and each translation that its communes want; what is not written yet with the words of the original.</summary>
    private static IEnumerable<PublishableVersion> VersionsOf(
        Item item, ItemContent content, ImmutableArray<TranslatedVersion> texts, DirectorySnapshot directory)
    {
        yield return new(item.Original, item, content, null, [])
        {
            ApprovedLanguages =
                [.. texts.Where(text => text is { Commune: null, State: TranslationState.Approved }).Select(text => text.Id.Language)],
        };
        foreach (var language in TranslationAccess.LanguagesOf(content, directory).Where(language => !language.IsVietnamese))
        {
            var id = item.Original with { Language = language };
            var common = texts.FirstOrDefault(text => text.Id == id && text.Commune is null) ?? Wanted(id, content);
            yield return new(id, item, content, common.Text.IsEmpty ? common with { Text = content.Text } : common, [])
            {
                Variants = [.. texts.Where(text => text.Id == id && text.Commune is not null)],
            };
        }
    }

    private static TranslatedVersion Wanted(VersionId id, ItemContent content) => new()
    {
        Id = id,
        State = TranslationState.Wanted,
        Text = content.Text,
        SourceHash = "",
        ChangedAt = DateTimeOffset.MinValue,
    };
}
