using System.Text.Json.Serialization.Metadata;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What items refer to: resolutions and pictures. The newest hand-in of a file stays, in whatever order they are taken.</summary>
internal sealed class ReferenceStore(Store store)
{
    public IAsyncEnumerable<Resolution> ResolutionsAsync(CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.Resolution(""), ContentJson.Default.Resolution, cancellationToken)
            .Select(row => row.Value);

    /// <summary>The picture that was accepted under a path; null where none was.</summary>
    public async Task<AcceptedPicture?> PictureAsync(string path, CancellationToken cancellationToken) =>
        (await store.Editorial.FindAsync(Keys.Editorial, Keys.Picture(path), ContentJson.Default.AcceptedPicture, cancellationToken))?.Value;

    /// <returns>What is stored now: the newest, which may have come meanwhile.</returns>
    public Task<Resolution> PutAsync(Resolution resolution, HandInId handIn, CancellationToken cancellationToken) =>
        PutNewestAsync(
            Keys.Resolution(resolution.Id),
            resolution with { HandIn = handIn },
            ContentJson.Default.Resolution,
            stored => stored.HandIn is { } there && handIn.IsOlderThan(there),
            cancellationToken);

    /// <inheritdoc cref="PutAsync(Resolution, HandInId, CancellationToken)"/>
    public Task<AcceptedPicture> PutAsync(AcceptedPicture picture, HandInId handIn, CancellationToken cancellationToken) =>
        PutNewestAsync(
            Keys.Picture(picture.Path),
            picture with { HandIn = handIn },
            ContentJson.Default.AcceptedPicture,
            stored => handIn.IsOlderThan(stored.HandIn),
            cancellationToken);

    private Task<T> PutNewestAsync<T>(
        string key, T value, JsonTypeInfo<T> type, Func<T, bool> isNewer, CancellationToken cancellationToken)
        where T : class =>
        OptimisticRetry.RunAsync<T>(
            async () =>
            {
                var read = await store.Editorial.FindAsync(Keys.Editorial, key, type, cancellationToken);
                if (read is not null && isNewer(read.Value))
                {
                    return read.Value;
                }

                var transaction = new Transaction(Keys.Editorial).Save(read, key, value, type);
                return await transaction.CommitAsync(store.Editorial, cancellationToken) ? value : null;
            },
            key);
}
