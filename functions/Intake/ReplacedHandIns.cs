using Azure.Storage.Blobs;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// Versions of a file that another took the place of before anybody looked at them, or while they waited for another file: they are
/// refused, so that whoever handed them in is told.
/// </summary>
internal sealed class ReplacedHandIns(Store store, HandInSeal seal, HandInStore handIns, RejectionStore rejections)
{
    /// <summary>
    /// Refuses the version that is about to be replaced, and keeps it. Two transactions where it was looked at already and waits for
    /// nothing; one where there is none.
    /// </summary>
    public async Task SettleAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        if (await blob.FindPropertiesAsync(cancellationToken) is not { } found)
        {
            return;
        }

        var known = await handIns.FindAsync(
            HandInId.Of(blob.BlobContainerName, blob.Name, found.LastModified, found.ETag.ToString()), cancellationToken);
        if (IsDecided(known) || await blob.OpenAsync(cancellationToken) is not { } original)
        {
            return;
        }

        using (original)
        {
            var details = original.Details;
            var unseen = Refused(blob.BlobContainerName, blob.Name, details.LastModified, details.ETag.ToString());
            var refused = known is { } waiting && waiting.Id == unseen.Id
                ? waiting.With([new(nameof(ProblemTexts.FileReplaced), new(blob.Name))])
                : unseen;
            if (details.ContentLength > HandInService.MostBytes)
            {
                await rejections.KeepAsync(refused, original.Content, cancellationToken);
                await handIns.SaveAsync(refused, cancellationToken);
                return;
            }

            var content = await original.ReadAsync(cancellationToken);
            var by = seal.Read(details.Metadata, blob.BlobContainerName, blob.Name, content.Span);
            var replaced = refused with { By = by?.Person.Value };
            await using var stream = new BinaryData(content).ToStream();
            await rejections.KeepAsync(replaced, stream, cancellationToken);
            await handIns.SaveAsync(replaced, cancellationToken);
        }
    }

    /// <summary>What became of a version of a file; one that is gone unseen is refused. Null while it waits to be looked at.</summary>
    /// <param name="tellsUnseen">
    /// Whether the reader may know which files lie there: whoever names a version that was looked at has seen it, and any other may be made
    /// up.
    /// </param>
    public async Task<HandIn?> FindAsync(
        string container, string path, (DateTimeOffset At, string ETag) version, bool tellsUnseen, CancellationToken cancellationToken)
    {
        var asked = Refused(container, path, version.At, version.ETag);
        if (await handIns.FindAsync(asked.Id, cancellationToken) is { } known)
        {
            return known;
        }

        // Only told and not noted: many may ask.
        return tellsUnseen
            && container is Containers.Content or Containers.Directory
            && await store.Container(container).GetBlobClient(path).FindPropertiesAsync(cancellationToken) is { } now
            && now.LastModified >= version.At
            && HandInId.Of(container, path, now.LastModified, now.ETag.ToString()) != asked.Id
            ? asked
            : null;
    }

    /// <summary>The files of a directory settle each other.</summary>
    private static bool IsDecided(HandIn? known) =>
        known is not (null or { State: HandInState.Waiting, Container: not Containers.Directory });

    private static HandIn Refused(string container, string path, DateTimeOffset at, string etag) => new HandIn
    {
        Id = HandInId.Of(container, path, at, etag),
        Container = container,
        File = path,
        At = at,
        State = HandInState.Rejected,
    }.With([new(nameof(ProblemTexts.FileReplacedUnseen), new(path))]);
}
