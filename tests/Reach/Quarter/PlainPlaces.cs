using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Summary;
using Dissemination.Translation;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>The places of an item and on whom each waits, counted out of its records one by one.</summary>
internal sealed class PlainPlaces(QuarterSite site, RawItem item)
{
    private readonly ILookup<(LanguageTag Language, DestinationId Place), Delivery> _posts = item.Deliveries
        .Where(delivery => delivery.Action is not DeliveryAction.Remove)
        .ToLookup(delivery => (delivery.Id.Version.Language, delivery.Id.Destination));

    public IEnumerable<PlainPlace> All()
    {
        var last = item.Approvals[^1].Revision;
        var owed = item.Approvals.SelectMany(approval => OwedAt(approval.Revision, approval.At)).ToList();
        var wanted = owed.Where(each => each.Revision == last).Select(each => (each.Language, each.Place))
            .Concat(item.Deliveries.Where(post => post.Id.Version.Revision >= last && post.Action is not DeliveryAction.Remove)
                .Select(post => (post.Id.Version.Language, StandsAt(post.Id.Version.Language, post.Id.Destination))))
            .ToHashSet();
        var channels = owed.Select(each => (each.Language, each.Place, each.Channel))
            .Concat(_posts.Select(post =>
                (post.Key.Language, Place: StandsAt(post.Key.Language, post.Key.Place), post.First().Channel)))
            .DistinctBy(each => (each.Language, each.Place));
        foreach (var (language, id, channel) in channels)
        {
            var posts = _posts.Where(post => post.Key.Language == language && StandsAt(language, post.Key.Place) == id)
                .SelectMany(post => post).ToList();
            var place = new PlainPlace(
                item,
                language,
                id,
                channel,
                site.After.Successor(id.Commune),
                posts,
                [.. item.Samples.Where(sample => posts.Exists(post => post.Id == sample.Delivery))]);
            yield return place with { Wait = WaitOf(place, IsStillServed(id) && wanted.Contains((language, id))) };
        }
    }

    /// <summary>What the directory of that time owed of a revision.</summary>
    private IEnumerable<(int Revision, LanguageTag Language, DestinationId Place, ChannelKind Channel)> OwedAt(
        int revision, DateTimeOffset at)
    {
        var directory = site.DirectoryAt(at);
        return from place in directory.Destinations
               let commune = directory.Communes.Single(one => one.Id == place.Id.Commune)
               where item.Content.Communes.IsEmpty
                   || item.Content.Communes.Any(wanted => directory.Successor(wanted) == commune.Id)
               from language in commune.Languages.Prepend(LanguageTag.Vietnamese)
               where place.Languages.IsEmpty || place.Languages.Contains(language)
               select (revision, language, StandsAt(language, place.Id), place.Channel);
    }

    /// <summary>
    /// Under which name a place stands: that under which it was posted first. A name that the merger brought takes the place of an older
    /// one only where nothing was ever planned under that.
    /// </summary>
    private DestinationId StandsAt(LanguageTag language, DestinationId id)
    {
        var renamed = site.Renamed.Where(each => each.Old == id || each.Now == id).ToList();
        if (renamed.Count == 0)
        {
            return id;
        }

        var (old, now) = renamed[0];
        var (before, since) = (_posts[(language, old)].ToList(), _posts[(language, now)].ToList());
        var isSame = since.Count == 0
            || (before.Count > 0 && since.Min(post => post.Id.Version.Revision) > before.Max(post => post.Id.Version.Revision));
        return before.Count == 0 ? now : isSame || id == old ? old : now;
    }

    private bool IsStillServed(DestinationId id) =>
        site.After.Destinations.Any(place => place.Id == id) || site.Renamed.Any(renamed => renamed.Old == id);

    private PlainWait? WaitOf(PlainPlace place, bool isWanted) =>
        place.Newest switch
        {
            { State: DeliveryState.Failed or DeliveryState.Uncertain } failed => new(
                CampaignStage.Failed,
                failed.Failure is FailureClass.Credential ? WaitsOn.ChannelKeeper : WaitsOn.Staff,
                failed.EndedAt!.Value,
                Reason: failed.Reason),
            { State: DeliveryState.Held, Reason.Code: nameof(ProblemTexts.ItemNotApproved) } held =>
                new(CampaignStage.Approval, WaitsOn.Approver, held.PlannedAt),
            { State: DeliveryState.Held } held => new(CampaignStage.Confirmation, WaitsOn.Commune, held.PlannedAt, Reason: held.Reason),
            { State: DeliveryState.Due, Channel: ChannelKind.VillageGroup or ChannelKind.Loudspeaker } task =>
                new(CampaignStage.Confirmation, WaitsOn.Commune, task.PlannedAt, Reason: task.Reason),
            { State: DeliveryState.Due or DeliveryState.Sending or DeliveryState.Retrying } sent =>
                new(CampaignStage.Sending, WaitsOn.Channel, sent.PlannedAt, Reason: sent.Reason),
            null or { State: DeliveryState.Replaced } when !place.IsPosted && isWanted => WaitOf(place.Language),
            _ => null,
        };

    /// <summary>What a language waits for that is planned nowhere yet.</summary>
    private PlainWait? WaitOf(LanguageTag language)
    {
        if (item.Item.Withdrawal is not null || item.Item.ExpiresAt <= QuarterPlan.End)
        {
            return null;
        }

        if (item.Item.Approval is null)
        {
            return new(CampaignStage.Approval, WaitsOn.Approver, item.Item.AcceptedAt);
        }

        var text = item.Texts.SingleOrDefault(each => each.Id.Revision == item.Item.Revision && each.Id.Language == language);
        if (language.IsVietnamese || text is { State: TranslationState.Approved })
        {
            var ready = text?.ChangedAt > item.Start ? text.ChangedAt : item.Start;
            return item.Item.PublishAt > QuarterPlan.End
                ? new(CampaignStage.Later, WaitsOn.Schedule, item.Start)
                : new(CampaignStage.Sending, WaitsOn.Channel, ready);
        }

        return text is { State: TranslationState.InReview }
            ? new(CampaignStage.Review, WaitsOn.Reviewers, text.ChangedAt)
            : new(CampaignStage.Translation, WaitsOn.Translators, text?.ChangedAt ?? item.Start, text?.Claim?.By);
    }
}
