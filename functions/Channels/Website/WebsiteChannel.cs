using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Channels.Rendering;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels.Website;

/// <summary>
/// Posts to the feed of a commune and language, which its website and the province's read. What stood in the feed of a commune that was
/// merged stands in its successor's.
/// </summary>
internal sealed class WebsiteChannel(FeedStore feeds, DirectoryStore directories, SiteAddress site) : IChannel
{
    public ChannelKind Kind => ChannelKind.Website;

    public ChannelLimits Limits => ChannelLimits.None;

    public ChannelChanges Changes => ChannelChanges.Always;

    public bool CanReadBack => true;

    public bool NeedsPicture(Destination destination) => false;

    /// <summary>HTML; a feed has no limit.</summary>
    public RenderedPost Render(Post post) => new([new(CleanText.Of(PostHtml.Of(post, site.Base)), post.Pictures)], Shortened: false);

    /// <summary>The same delivery again changes nothing, so a send that was cut off can simply be repeated.</summary>
    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var (post, destination) = (request.Post, request.Destination);
        var sources = await SourcesAsync(request, cancellationToken);
        var held = await feeds.PutAsync(sources[0], post, cancellationToken);
        if (post.Id.IsBefore(held.Delivery))
        {
            var newer = held.Delivery.Version.Revision.ToString(CultureInfo.InvariantCulture);
            return new SendOutcome.Rejected(new(nameof(ProblemTexts.NewerRevisionPublished), null, newer));
        }

        await feeds.RebuildAsync(sources, destination.Name, cancellationToken);
        return new SendOutcome.Delivered(held.Row);
    }

    /// <summary>An entry of an older revision gives its place to the newer one's.</summary>
    public Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken);

    public async Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken)
    {
        var sources = await SourcesAsync(request, cancellationToken);
        foreach (var feed in sources)
        {
            await feeds.RemoveAsync(feed, request.Post.Id.Version.Item, cancellationToken);
        }

        await feeds.RebuildAsync(sources, request.Destination.Name, cancellationToken);
        return new SendOutcome.Delivered(reference);
    }

    /// <summary>An entry that is there may have been cut off before its files were written, so they are.</summary>
    public async Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (delivery, destination) = (request.Post.Id, request.Destination);
        var sources = await SourcesAsync(request, cancellationToken);
        var held = await feeds.FindAsync(sources[0], delivery.Version.Item, cancellationToken);
        if (held is null || held.Delivery.IsBefore(delivery))
        {
            return new FindOutcome.NotThere();
        }

        await feeds.RebuildAsync(sources, destination.Name, cancellationToken);
        return new FindOutcome.There(held.Row);
    }

    /// <summary>The feed of the commune that answers now, and those of the communes that it took over.</summary>
    private async Task<ImmutableArray<FeedId>> SourcesAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        var commune = directory.Successor(request.Destination.Id.Commune);
        return [.. directory.FamilyOf(commune).Select(part => new FeedId(part, request.Post.Id.Version.Language))];
    }

    /// <summary>A feed does not know its readers.</summary>
    public Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        Task.FromResult<long?>(null);

    /// <summary>A feed is our own.</summary>
    public Task<IReadOnlyList<Problem>> CheckAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Problem>>([]);
}
