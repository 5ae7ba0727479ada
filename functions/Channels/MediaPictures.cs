using System.Collections.Immutable;
using Azure;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Channels;

/// <summary>The pictures of posts. One picture goes to many destinations in a row, so the last few are kept.</summary>
internal sealed class MediaPictures(Store store)
{
    private const int Kept = 4;

    private ImmutableList<(string Blob, BinaryData Bytes)> _last = [];

    /// <returns>The bytes, or the outcome of a send that cannot have them.</returns>
    public async Task<(BinaryData? Bytes, SendOutcome? Failure)> ReadAsync(PostPicture picture, CancellationToken cancellation)
    {
        if (_last.FirstOrDefault(kept => kept.Blob == picture.Blob) is { Bytes: { } bytes })
        {
            return (bytes, null);
        }

        try
        {
            var blob = await store.Container(Containers.Media).GetBlobClient(picture.Blob).DownloadContentAsync(cancellation);
            bytes = blob.Value.Content;
        }
        catch (RequestFailedException e)
        {
            return (null, e.Status == StatusCodes.Status404NotFound
                ? new SendOutcome.Rejected(new(nameof(ProblemTexts.PictureNotThere), null, picture.Blob))
                : new SendOutcome.Later(null, WholeLane: false, new(nameof(ProblemTexts.PictureUnreadable), null, picture.Blob)));
        }

        ImmutableInterlocked.Update(ref _last, last => [.. last.TakeLast(Kept - 1), (picture.Blob, bytes)]);
        return (bytes, null);
    }
}
