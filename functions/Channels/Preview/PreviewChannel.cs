using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Channels.Preview;

/// <summary>
/// Stands in for a channel whose credential is not configured, on one machine: keeps each post as its channel would have shown it.
/// </summary>
/// <param name="kind">The channel that it stands in for.</param>
/// <param name="render">The rendering of that channel.</param>
internal sealed class PreviewChannel(ChannelKind kind, Func<Post, RenderedPost> render, Store store) : IChannel
{
    public ChannelKind Kind => kind;

    public ChannelLimits Limits => ChannelLimits.None;

    public ChannelChanges ChangesOf(Destination destination) => ChannelChanges.Always;

    public bool CanReadBack => true;

    public bool NeedsPicture(Destination destination) => false;

    public RenderedPost Render(Post post) => render(post);

    /// <summary>The same delivery again is not a second post.</summary>
    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var post = request.Post;
        if (Render(post) is { Refusal: { } refusal })
        {
            return new SendOutcome.Rejected(refusal);
        }

        var row = Keys.Preview(post.PublishedAt, post.Id.ToString());
        var inserted = await new Transaction(post.Id.Destination.Commune.Value)
            .Insert(Keys.PreviewPointer(post.Id.ToString()), new PreviewPointer(row), PreviewJson.Default.PreviewPointer)
            .Insert(row, Preview(request), PreviewJson.Default.PreviewPost)
            .CommitAsync(store.Previews, cancellationToken);
        if (inserted)
        {
            return new SendOutcome.Delivered(row);
        }

        var held = await FindAsync(post.Id, cancellationToken)
            ?? throw new InvalidOperationException($"The table of previews does not take the delivery {post.Id}.");
        return new SendOutcome.Delivered(held.Row);
    }

    public async Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken)
    {
        var post = request.Post;
        await new Transaction(post.Id.Destination.Commune.Value)
            .Put(Keys.PreviewPointer(post.Id.ToString()), new PreviewPointer(reference), PreviewJson.Default.PreviewPointer)
            .Put(reference, Preview(request), PreviewJson.Default.PreviewPost)
            .CommitAsync(store.Previews, cancellationToken);
        return new SendOutcome.Delivered(reference);
    }

    public async Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken)
    {
        await store.Previews.DeleteEntityAsync(request.Post.Id.Destination.Commune.Value, reference, cancellationToken: cancellationToken);
        return new SendOutcome.Delivered(reference);
    }

    public async Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken) =>
        await FindAsync(request.Post.Id, cancellationToken) is { } held ? new FindOutcome.There(held.Row) : new FindOutcome.NotThere();

    /// <summary>Nobody reads previews but who works here.</summary>
    public Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        Task.FromResult<long?>(null);

    /// <summary>Nobody sees a preview.</summary>
    public Task<MeasureOutcome> MeasureAsync(
        Destination destination, string? credential, string reference, CancellationToken cancellationToken) =>
        Task.FromResult(MeasureOutcome.Nothing);

    public Task<IReadOnlyList<Problem>> CheckAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Problem>>([new(nameof(ProblemTexts.CredentialNotConfigured), null, destination.Credential ?? "")]);

    private PreviewPost Preview(SendRequest request)
    {
        var (post, rendered) = (request.Post, Render(request.Post));
        return new(post.Id, kind, request.Destination.Name, rendered.Parts, rendered.Shortened, post.PublishedAt, post.Sample);
    }

    private async Task<PreviewPointer?> FindAsync(DeliveryId delivery, CancellationToken cancellationToken) =>
        (await store.Previews.FindAsync(
            delivery.Destination.Commune.Value,
            Keys.PreviewPointer(delivery.ToString()),
            PreviewJson.Default.PreviewPointer,
            cancellationToken))?.Value;
}
