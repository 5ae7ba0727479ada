using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Reports.Items;

/// <summary>How far an item is on its way, in figures that fit one line.</summary>
/// <param name="Languages">Those that its communes speak besides Vietnamese.</param>
/// <param name="Translated">Of those, how many have words to read.</param>
/// <param name="Reviewed">Of those, how many are approved.</param>
/// <param name="Places">Where it was planned so far.</param>
/// <param name="Sent">Where it arrived.</param>
/// <param name="Failed">Where it failed, or nobody knows.</param>
/// <param name="UnderWay">What a machine is sending, or will by itself.</param>
/// <param name="ByHand">What people have still to post.</param>
internal sealed record ItemWay(
    ItemState State, int Languages, int Translated, int Reviewed, int Places, int Sent, int Failed, int UnderWay, int ByHand)
{
    /// <summary>Communes, and those that have it in each language that they speak.</summary>
    public required (int All, int Reached) Communes { get; init; }

    /// <summary>When it goes out, where that is still to come.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Whether figures change by themselves at this moment.</summary>
    public bool IsLive { get; init; }

    /// <summary>From the item's own records: a pure function.</summary>
    public static ItemWay Of(
        ItemReport report,
        IReadOnlyCollection<TranslatedVersion> translations,
        IReadOnlyCollection<Delivery> deliveries,
        DateTimeOffset now)
    {
        var item = report.Item;
        var ofRevision = translations.Where(text => text.Commune is null && text.Id.Revision == item.Revision).ToList();
        var underWay = deliveries.Count(delivery => IsUnderWay(delivery, now));
        var isEarly = item.IsEarly(LanguageTag.Vietnamese, now);
        return new(
            item.State,
            ofRevision.Count,
            ofRevision.Count(text => text.State is not TranslationState.Wanted),
            ofRevision.Count(text => text.State is TranslationState.Approved),
            report.Deliveries,
            report.Delivered,
            report.Troubled,
            underWay,
            report.HandTasksOpen)
        {
            Communes = (report.Communes, report.CommunesReached),
            StartsAt = isEarly ? item.WantedAt(LanguageTag.Vietnamese) : null,
            IsLive = underWay > 0 || (item.State is ItemState.Approved && !isEarly && report.Deliveries == 0 && !item.IsExpired(now)),
        };
    }

    /// <summary>What waits for morning, or for a channel that asks for hours, does not change while somebody looks.</summary>
    private static bool IsUnderWay(Delivery delivery, DateTimeOffset now) =>
        !delivery.IsByHand && !(delivery.SendFrom > now.AddMinutes(1))
        && delivery.State is DeliveryState.Due or DeliveryState.Sending or DeliveryState.Retrying;
}
