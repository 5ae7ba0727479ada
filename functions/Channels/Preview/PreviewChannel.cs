using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Channels.Preview;

/// <summary>Stands in for a channel whose credential is not configured, on one machine: keeps each post as its channel would have shown it.</summary>
/// <param name="kind">The channel that it stands in for.</param>
/// <param name="render">The rendering of that channel.</param>
internal sealed class PreviewChannel(ChannelKind kind, Func<Post, RenderedPost> render, Store store) : IChannel
{
    public ChannelKind Kind => kind;

    public RenderedPost Render(Post post) => render(post);

    /// <summary>The same delivery again is not a second post.</summary>
    public async Task<SendOutcome> SendAsync(Post post, Destination destination, string? credential, CancellationToken cancellation)
    {
        var rendered = Render(post);
        var row = Keys.Preview(post.PublishedAt, post.Id.ToString());
        var preview = new PreviewPost(post.Id, kind, destination.Name, rendered.Text, rendered.Picture, rendered.Shortened, post.PublishedAt, post.Sample);
        var inserted = await new Transaction(destination.Id.Commune.Value)
            .Insert(Keys.PreviewPointer(post.Id.ToString()), new PreviewPointer(row), PreviewJson.Default.PreviewPointer)
            .Insert(row, preview, PreviewJson.Default.PreviewPost)
            .CommitAsync(store.Previews, cancellation);
        if (inserted)
        {
            return new SendOutcome.Delivered(row);
        }

        var held = await FindAsync(post.Id, cancellation)
            ?? throw new InvalidOperationException($"The table of previews does not take the delivery {post.Id}.");
        return new SendOutcome.Delivered(held.Row);
    }

    public async Task<FindOutcome> FindAsync(DeliveryId delivery, Destination destination, string? credential, CancellationToken cancellation) =>
        await FindAsync(delivery, cancellation) is { } held ? new FindOutcome.There(held.Row) : new FindOutcome.NotThere();

    /// <summary>Nobody reads previews but who works here.</summary>
    public Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellation) => Task.FromResult<long?>(null);

    private async Task<PreviewPointer?> FindAsync(DeliveryId delivery, CancellationToken cancellation) =>
        (await store.Previews.FindAsync(
            delivery.Destination.Commune.Value, Keys.PreviewPointer(delivery.ToString()), PreviewJson.Default.PreviewPointer, cancellation))?.Value;
}
