using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation;

namespace Dissemination.Reach.Summary;

/// <summary>On whom an item waits, in a language and at a place: pure functions.</summary>
internal sealed class Waits(SummaryInput input, DateTimeOffset now)
{
    private readonly Dictionary<TextId, TranslatedVersion> _texts = input.Texts.ToDictionary(text => text.TextId);

    /// <summary>Whether anything of it may still go out.</summary>
    private bool IsLive => input.Item.State is not ItemState.Withdrawn && !input.Item.IsExpired(now);

    /// <summary>What a language waits for before it is planned anywhere; null where nothing is to come any more.</summary>
    public Wait? Of(LanguageTag language)
    {
        if (!IsLive)
        {
            return null;
        }

        if (input.Item.Approval is null && input.Item.Returned is { } returned)
        {
            return new(CampaignStage.Approval, WaitsOn.Staff, returned.At);
        }

        if (input.Item.Approval is null)
        {
            return new(CampaignStage.Approval, WaitsOn.Approver, input.Item.AcceptedAt);
        }

        switch (input.Item.OccasionOf(language))
        {
            case { State: OccasionState.Cancelled }:
                return null;
            case { State: OccasionState.Held } held:
                return new(CampaignStage.Later, WaitsOn.Staff, held.Since);
        }

        var text = TextOf(language, commune: null);
        if (!language.IsVietnamese && text is not { HasApproved: true })
        {
            return OfText(text);
        }

        var startsAt = input.MovedTo(language) ?? input.First.StartsAt;
        var ready = text?.ChangedAt > startsAt ? text.ChangedAt : startsAt;
        return input.Item.IsEarly(language, now)
            ? new(CampaignStage.Later, WaitsOn.Schedule, startsAt)
            : new(CampaignStage.Sending, WaitsOn.Channel, ready);
    }

    /// <param name="language">What its language waits for.</param>
    /// <returns>Null where nothing is to come any more, or all has come.</returns>
    public Wait? Of(Place place, Wait? language) => place.Newest switch
    {
        { State: DeliveryState.Failed or DeliveryState.Uncertain } troubled => OfTrouble(troubled),
        { State: DeliveryState.Held } held => OfHeld(held),
        { State: DeliveryState.Due, IsByHand: true } task =>
            new(CampaignStage.Confirmation, WaitsOn.Commune, task.PlannedAt, Reason: task.Reason),
        { State: DeliveryState.Due or DeliveryState.Sending or DeliveryState.Retrying } sent =>
            new(CampaignStage.Sending, WaitsOn.Channel, sent.PlannedAt, Reason: sent.Reason),
        null or { State: DeliveryState.Replaced } when place.PostedAt is null && place.IsThere => language,
        _ => null,
    };

    private static Wait OfTrouble(Delivery delivery) => new(
        CampaignStage.Failed,
        delivery.Failure is FailureClass.Credential ? WaitsOn.ChannelKeeper : WaitsOn.Staff,
        delivery.EndedAt ?? delivery.PlannedAt,
        Reason: delivery.Reason);

    private Wait OfHeld(Delivery held)
    {
        var (version, commune) = (held.Id.Version, held.Id.Destination.Commune);
        return held.Reason?.Code switch
        {
            nameof(ProblemTexts.VariantNotApproved) =>
                OfText(TextOf(version.Language, commune)) with { Commune = commune },
            nameof(ProblemTexts.OccasionHeld) or nameof(ProblemTexts.OccasionCancelled) =>
                new(CampaignStage.Later, WaitsOn.Staff, held.PlannedAt, Reason: held.Reason),
            nameof(ProblemTexts.ItemNotApproved) => new(CampaignStage.Approval, WaitsOn.Approver, held.PlannedAt),
            nameof(ProblemTexts.TranslationNotApproved) => OfText(TextOf(version.Language, commune: null)),
            _ => new(CampaignStage.Confirmation, WaitsOn.Commune, held.PlannedAt, Reason: held.Reason),
        };
    }

    private Wait OfText(TranslatedVersion? text) => text is { State: TranslationState.InReview }
        ? new(CampaignStage.Review, WaitsOn.Reviewers, text.ChangedAt, Commune: text.Commune)
        : new(
            CampaignStage.Translation,
            WaitsOn.Translators,
            text?.ChangedAt ?? input.First.StartsAt,
            text?.Claim?.By ?? text?.Assignment?.Person,
            text?.Commune ?? text?.Assignment?.Commune);

    private TranslatedVersion? TextOf(LanguageTag language, CommuneId? commune) =>
        _texts.GetValueOrDefault(new(new(input.Item.Id, input.Item.Revision, language), commune));
}
