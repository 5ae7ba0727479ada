using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Channels.Preview;

/// <summary>The previews of a commune, newest first.</summary>
internal sealed class PreviewReader(Store store)
{
    /// <param name="continuation">The token of the page; null for the first.</param>
    public Task<Page<PreviewPost>> PageAsync(CommuneId commune, string? continuation, int size, CancellationToken cancellationToken) =>
        store.Previews.PageAsync(
            TableReading.Prefix(commune.Value, Keys.Previews), continuation, size, PreviewJson.Default.PreviewPost, cancellationToken);
}
