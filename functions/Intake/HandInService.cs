using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// Takes a file from a person and drops it where the blob trigger finds it: the same way in as for a file dropped into storage.
/// </summary>
internal sealed class HandInService(Store store, HandInSeal seal, ReplacedHandIns replaced)
{
    /// <summary>Bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const int MostPathCharacters = 200;

    /// <param name="length">The length that the sender announced, where it did.</param>
    /// <returns>Which version of which file it became.</returns>
    public async Task<Result<HandedIn>> PutAsync(
        string container, string path, Stream body, long? length, HandedInBy by, CancellationToken cancellationToken)
    {
        if (!IsUsable(path))
        {
            return new Problem(nameof(ProblemTexts.BadPath), null, path);
        }

        if (length > MostBytes)
        {
            return TooLarge;
        }

        using var content = new MemoryStream();
        await using var limited = body;
        var buffer = new byte[81920];
        for (int read; (read = await limited.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (content.Length + read > MostBytes)
            {
                return TooLarge;
            }

            content.Write(buffer, 0, read);
        }

        if (content.Length == 0)
        {
            return new Problem(nameof(ProblemTexts.FileEmpty), new(path));
        }

        var blob = store.Container(container).GetBlobClient(path);
        await replaced.SettleAsync(blob, cancellationToken);
        content.Position = 0;
        var options = new BlobUploadOptions
        {
            Metadata = seal.Of(container, path, content.GetBuffer().AsSpan(0, (int)content.Length), by),
        };
        var uploaded = await blob.UploadAsync(content, options, cancellationToken);
        return new HandedIn(HandInId.Of(container, path, uploaded.Value.LastModified, uploaded.Value.ETag.ToString()), path);
    }

    public static Problem TooLarge => new(nameof(ProblemTexts.FileTooLarge), null, "20");

    private static bool IsUsable(string path) =>
        path.Length is > 0 and <= MostPathCharacters
        && path.Split('/')
            .All(
                part => part is not ("" or "." or "..") && part.TrimEnd(' ', '.') == part
                    && !part.Any(c => char.IsControl(c) || c is '\\' or '?' or '#' or '|' or '%' or >= '\uFFFD'));
}
