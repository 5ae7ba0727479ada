using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// Takes in what is dropped into <c>directory</c>: the three files as they lie there, checked and accepted as a whole.
/// It is here and not in the room Directory because what was handed in, accepted or not, is Content's to keep.
/// </summary>
internal sealed class DirectoryImport(
    Store store,
    DirectoryStore directory,
    ContentIntake content,
    HandInStore handIns,
    RejectionStore rejections,
    TimeProvider time,
    ILogger<DirectoryImport> logger) : IDisposable
{
    /// <summary>
    /// The three files mostly come together, and reading them takes memory: one at a time, and whoever comes next finds it done.
    /// </summary>
    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    /// <summary>Takes a dropped file as it lies there now.</summary>
    /// <returns>Null where there is no such file any more.</returns>
    public async Task<HandIn?> TakeAsync(BlobClient file, CancellationToken cancellationToken) =>
        await file.FindPropertiesAsync(cancellationToken) is { } found
            ? await TakeAsync(file.Name, found.ETag.ToString(), found.LastModified, HandIn.PersonOf(found.Metadata), cancellationToken)
            : null;

    public async Task<HandIn> TakeAsync(
        string file, string etag, DateTimeOffset lastModified, string? person, CancellationToken cancellationToken)
    {
        var handIn = new HandIn
        {
            Id = HandInId.Of(Containers.Directory, file, lastModified, etag),
            Container = Containers.Directory,
            File = file,
            At = lastModified,
            State = HandInState.Accepted,
            By = person,
        };
        var outcome = await CheckAsync(handIn, cancellationToken);
        if (outcome.State is not HandInState.Accepted)
        {
            // What it lacks may have come between the look and the note; from the note on, it is settled by what comes.
            await handIns.SaveAsync(outcome, cancellationToken);
            outcome = await CheckAsync(handIn, cancellationToken);
        }

        if (outcome.State is HandInState.Rejected && await Blob(file).FindAsync(cancellationToken) is { } original)
        {
            await using var stream = new BinaryData(original.Content).ToStream();
            await rejections.KeepAsync(outcome, stream, cancellationToken);
        }

        await handIns.SaveAsync(outcome, cancellationToken);
        Log.Taken(logger, outcome);
        return outcome;
    }

    private async Task<HandIn> CheckAsync(HandIn handIn, CancellationToken cancellationToken)
    {
        if (!DirectoryFiles.All.Contains(handIn.File, StringComparer.Ordinal))
        {
            return handIn.With([new(nameof(ProblemTexts.DirectoryFileUnknown), new(handIn.File), string.Join(", ", DirectoryFiles.All))]);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await OptimisticRetry.RunAsync(
                () => TryReplaceAsync(handIn, cancellationToken), "the directory");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns>Null where somebody else replaced the directory meanwhile.</returns>
    private async Task<HandIn?> TryReplaceAsync(HandIn handIn, CancellationToken cancellationToken)
    {
        // Read before the files, so that files read too early cannot replace a directory made of later ones.
        var version = await directory.VersionAsync(cancellationToken);
        var files = await ReadAsync(cancellationToken);
        ImmutableArray<Problem> missing =
            [.. DirectoryFiles.All.Where(file => files[file] is null)
                .Select(file => new Problem(nameof(ProblemTexts.DirectoryNotThere), new(handIn.File), file))];
        if (!missing.IsEmpty)
        {
            return handIn.With(missing);
        }

        var sources = string.Join(' ', DirectoryFiles.All.Select(file => files[file]!.ETag));
        if (sources != version.Value.Sources)
        {
            var read = Read(files);
            if (!read.IsValid)
            {
                return handIn.With(read.Problems);
            }

            var origin = new HistoryEntry(
                "directory", time.GetUtcNow(), handIn.Person?.Value ?? HistoryEntry.System, "directory-replaced", Detail: handIn.File);
            if (!await directory.ReplaceAsync(version, read.Value, sources, origin, cancellationToken))
            {
                return null;
            }
        }

        // Even where it is replaced already: whoever did that may have been cut off before this.
        await SettleOthersAsync(handIn, files, cancellationToken);
        await content.RetakeAsync(DirectoryFiles.Communes, cancellationToken);
        await content.RetakeAsync(DirectoryFiles.People, cancellationToken);
        return handIn;
    }

    private static Parsed<DirectorySnapshot> Read(Dictionary<string, FoundBlob?> files) =>
        DirectoryReader.Read(
            files[DirectoryFiles.Communes]!.Content.Span,
            files[DirectoryFiles.Destinations]!.Content.Span,
            files[DirectoryFiles.People]!.Content.Span);

    /// <summary>The files that came before and waited, or were refused for want of this one, are part of the directory now.</summary>
    private async Task SettleOthersAsync(HandIn handIn, Dictionary<string, FoundBlob?> files, CancellationToken cancellationToken)
    {
        foreach (var (file, found) in files)
        {
            var id = HandInId.Of(Containers.Directory, file, found!.LastModified, found.ETag);
            if (id != handIn.Id && await handIns.FindAsync(id, cancellationToken) is { State: not HandInState.Accepted } other)
            {
                await handIns.SaveAsync(other.With([]), cancellationToken);
            }
        }
    }

    private async Task<Dictionary<string, FoundBlob?>> ReadAsync(CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, FoundBlob?>(StringComparer.Ordinal);
        foreach (var file in DirectoryFiles.All)
        {
            files[file] = await Blob(file).FindAsync(cancellationToken);
        }

        return files;
    }

    private BlobClient Blob(string file) => store.Container(Containers.Directory).GetBlobClient(file);
}
