using Azure;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Channels;

/// <summary>Reads the pictures of posts from storage. One goes to many destinations in a row: the last few are kept.</summary>
internal sealed class MediaPictureReader(Store store)
{
    /// <summary>How many are kept: those of the few items that go out at the same time.</summary>
    public const int Kept = 8;

    private readonly Lock _lock = new();

    // The one that was asked for last stands last; a blob's name never gets other bytes.
    private readonly List<(string Blob, BinaryData Bytes)> _last = [];

    /// <summary>All pictures by the names of their blobs, or what becomes of a post that lacks one.</summary>
    public async Task<(
        IReadOnlyDictionary<string, BinaryData> Pictures,
        SendOutcome? Lacking)> ReadAsync(IEnumerable<PostPicture> pictures, CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, BinaryData>(StringComparer.Ordinal);
        foreach (var blob in pictures.Select(picture => picture.Blob).Distinct(StringComparer.Ordinal))
        {
            try
            {
                read[blob] = await ReadAsync(blob, cancellationToken);
            }
            catch (Exception e) when (e.IsOfStorage(cancellationToken))
            {
                return (read, e is RequestFailedException { Status: StatusCodes.Status404NotFound }
                    ? new SendOutcome.Rejected(new(nameof(ProblemTexts.PictureNotThere), null, blob))
                    : new SendOutcome.Later(null, WholeLane: false, new(nameof(ProblemTexts.PictureUnreadable), null, blob)));
            }
        }

        return (read, null);
    }

    private async Task<BinaryData> ReadAsync(string blob, CancellationToken cancellationToken)
    {
        if (Find(blob) is { } kept)
        {
            return kept;
        }

        var content = (await store.Container(Containers.Media).GetBlobClient(blob).DownloadContentAsync(cancellationToken)).Value.Content;
        Keep(blob, content);
        return content;
    }

    private BinaryData? Find(string blob)
    {
        lock (_lock)
        {
            var at = _last.FindIndex(picture => picture.Blob == blob);
            if (at < 0)
            {
                return null;
            }

            var found = _last[at];
            _last.RemoveAt(at);
            _last.Add(found);
            return found.Bytes;
        }
    }

    private void Keep(string blob, BinaryData bytes)
    {
        lock (_lock)
        {
            _last.RemoveAll(picture => picture.Blob == blob);
            if (_last.Count == Kept)
            {
                _last.RemoveAt(0);
            }

            _last.Add((blob, bytes));
        }
    }
}
