using System.Globalization;
using Dissemination.Channels.Rendering;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels.Website;

/// <summary>Posts to the feed of a commune and language, which its website and the province's read.</summary>
internal sealed class WebsiteChannel(FeedStore feeds, SiteAddress site) : IChannel
{
    public ChannelKind Kind => ChannelKind.Website;

    public ChannelLimits Limits => ChannelLimits.None;

    public ChannelChanges Changes => ChannelChanges.Always;

    public bool CanReadBack => true;

    /// <summary>HTML; a feed has no limit.</summary>
    public RenderedPost Render(Post post) => new([new(CleanText.Of(PostHtml.Of(post, site.Base)), post.Pictures)], Shortened: false);

    /// <summary>The same delivery again changes nothing, so a send that was cut off can simply be repeated.</summary>
    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var (post, destination) = (request.Post, request.Destination);
        var feed = new FeedId(destination.Id.Commune, post.Id.Version.Language);
        var held = await feeds.PutAsync(feed, post, cancellationToken);
        if (held.Delivery.Version.Revision > post.Id.Version.Revision)
        {
            var newer = held.Delivery.Version.Revision.ToString(CultureInfo.InvariantCulture);
            return new SendOutcome.Rejected(new(nameof(ProblemTexts.NewerRevisionPublished), null, newer));
        }

        await feeds.RebuildAsync(feed, destination.Name, cancellationToken);
        return new SendOutcome.Delivered(held.Row);
    }

    /// <summary>An entry of an older revision gives its place to the newer one's.</summary>
    public Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken);

    public async Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken)
    {
        var feed = new FeedId(request.Destination.Id.Commune, request.Post.Id.Version.Language);
        await feeds.RemoveAsync(feed, request.Post.Id.Version.Item, cancellationToken);
        await feeds.RebuildAsync(feed, request.Destination.Name, cancellationToken);
        return new SendOutcome.Delivered(reference);
    }

    /// <summary>An entry that is there may have been cut off before its files were written, so they are.</summary>
    public async Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (delivery, destination) = (request.Post.Id, request.Destination);
        var feed = new FeedId(destination.Id.Commune, delivery.Version.Language);
        var held = await feeds.FindAsync(feed, delivery.Version.Item, cancellationToken);
        if (held is null || held.Delivery.Version.Revision < delivery.Version.Revision)
        {
            return new FindOutcome.NotThere();
        }

        await feeds.RebuildAsync(feed, destination.Name, cancellationToken);
        return new FindOutcome.There(held.Row);
    }

    /// <summary>A feed does not know its readers.</summary>
    public Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        Task.FromResult<long?>(null);

    /// <summary>A feed is our own.</summary>
    public Task<IReadOnlyList<Problem>> CheckAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Problem>>([]);
}
