using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Channels.Website;

/// <summary>Posts to the feed of a commune and language, which its website and the province's read.</summary>
internal sealed class WebsiteChannel(FeedStore feeds, SiteAddress site) : IChannel
{
    public ChannelKind Kind => ChannelKind.Website;

    /// <summary>HTML; a feed has no limit.</summary>
    public RenderedPost Render(Post post) => new(EntryText.Entry(post, site.Base).Html, post.Picture, Shortened: false);

    /// <summary>The same delivery again changes nothing, so a send that was cut off can simply be repeated.</summary>
    public async Task<SendOutcome> SendAsync(Post post, Destination destination, string? credential, CancellationToken cancellation)
    {
        var feed = new FeedId(destination.Id.Commune, post.Id.Version.Language);
        var held = await feeds.PutAsync(feed, post, cancellation);
        if (held.Delivery.Version.Revision > post.Id.Version.Revision)
        {
            var newer = held.Delivery.Version.Revision.ToString(CultureInfo.InvariantCulture);
            return new SendOutcome.Rejected(new(nameof(ProblemTexts.NewerRevisionPublished), null, newer));
        }

        await feeds.RebuildAsync(feed, destination.Name, cancellation);
        return new SendOutcome.Delivered(held.Row);
    }

    /// <summary>An entry that is there may have been cut off before its files were written, so they are.</summary>
    public async Task<FindOutcome> FindAsync(DeliveryId delivery, Destination destination, string? credential, CancellationToken cancellation)
    {
        var feed = new FeedId(destination.Id.Commune, delivery.Version.Language);
        var held = await feeds.FindAsync(feed, delivery.Version.Item, cancellation);
        if (held is null || held.Delivery.Version.Revision < delivery.Version.Revision)
        {
            return new FindOutcome.NotThere();
        }

        await feeds.RebuildAsync(feed, destination.Name, cancellation);
        return new FindOutcome.There(held.Row);
    }

    /// <summary>A feed does not know its readers.</summary>
    public Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellation) => Task.FromResult<long?>(null);
}
