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
internal sealed class WebsiteChannel(FeedStore feeds, FeedReader reader, DirectoryStore directories, SiteAddress site) : IChannel
{
    public ChannelKind Kind => ChannelKind.Website;

    public ChannelLimits Limits => ChannelLimits.None;

    public ChannelChanges ChangesOf(Destination destination) => ChannelChanges.Always;

    public bool CanReadBack => true;

    public bool NeedsPicture(Destination destination) => false;

    /// <summary>HTML; a feed has no limit.</summary>
    public RenderedPost Render(Post post) => new([new(CleanText.Of(PostHtml.Of(post, site.Base)), post.Pictures)], Shortened: false);

    public PostView View(Post post, Destination destination)
    {
        var entry = FeedEntries.Of(post, site.Base);
        return new(PostForm.Entry, [new(PostPiece.Title, entry.Title, []), new(PostPiece.Html, entry.Html, post.Pictures)]);
    }

    /// <summary>The same delivery again changes nothing, so a send that was cut off can simply be repeated.</summary>
    public Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken) =>
        PutAsync(request, (feed, post) => feeds.AddAsync(feed, post, request.AllBegun, cancellationToken), cancellationToken);

    /// <summary>An entry of an older revision gives its place to the newer one's.</summary>
    public Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        PutAsync(request, (feed, post) => feeds.ReplaceAsync(feed, post, cancellationToken), cancellationToken);

    public async Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken)
    {
        var sources = await SourcesAsync(request, cancellationToken);
        try
        {
            foreach (var feed in sources)
            {
                await feeds.RemoveAsync(feed, request.Post.Id.Version.Item, cancellationToken);
            }
        }
        finally
        {
            reader.Forget(sources[0]);
        }

        return new SendOutcome.Delivered(reference);
    }

    /// <summary>An entry and what points to it are written together, so a send that was cut off left both or neither.</summary>
    public async Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var delivery = request.Post.Id;
        var sources = await SourcesAsync(request, cancellationToken);
        return await feeds.FindAsync(sources[0], delivery.Version.Item, cancellationToken) is { } held && !held.Delivery.IsBefore(delivery)
            ? new FindOutcome.There(held.Row)
            : new FindOutcome.NotThere();
    }

    private async Task<SendOutcome> PutAsync(
        SendRequest request, Func<FeedId, Post, Task<FeedPointer>> put, CancellationToken cancellationToken)
    {
        var feed = (await SourcesAsync(request, cancellationToken))[0];
        try
        {
            var held = await put(feed, request.Post);
            return request.Post.Id.IsBefore(held.Delivery)
                ? new SendOutcome.Rejected(
                    new(
                        nameof(ProblemTexts.NewerRevisionPublished),
                        null,
                        held.Delivery.Version.Revision.ToString(CultureInfo.InvariantCulture)))
                : new SendOutcome.Delivered(held.Row);
        }
        finally
        {
            // Whatever became of it: what cannot be told may be written.
            reader.Forget(feed);
        }
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

    /// <summary>Who reads a feed opens its links, and those are counted elsewhere.</summary>
    public Task<MeasureOutcome> MeasureAsync(
        Destination destination, string? credential, string reference, CancellationToken cancellationToken) =>
        Task.FromResult(MeasureOutcome.Nothing);

    /// <summary>A feed is our own.</summary>
    public Task<IReadOnlyList<Problem>> CheckAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Problem>>([]);
}
