using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>
/// Takes in what is dropped into <c>directory</c>: the three files as they lie there, checked and accepted as a whole.
/// It is here and not in the room Directory because what was handed in, accepted or not, is Content's to keep.
/// </summary>
internal sealed class DirectoryImport(
    Store store,
    DirectoryStore directory,
    ContentIntake content,
    HandIns handIns,
    Rejections rejections,
    TimeProvider time,
    ILogger<DirectoryImport> logger) : IDisposable
{
    private const int MostTries = 5;

    /// <summary>The three files mostly come together, and reading them takes memory: one at a time, and whoever comes next finds it done.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    /// <summary>Takes a dropped file as it lies there now.</summary>
    /// <returns>Null where there is no such file any more.</returns>
    public async Task<HandIn?> TakeAsync(BlobClient file, CancellationToken cancellation) =>
        await file.FindPropertiesAsync(cancellation) is { } found
            ? await TakeAsync(file.Name, found.ETag.ToString(), found.LastModified, HandIn.PersonOf(found.Metadata), cancellation)
            : null;

    public async Task<HandIn> TakeAsync(string file, string etag, DateTimeOffset lastModified, string? person, CancellationToken cancellation)
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
        var outcome = await CheckAsync(handIn, cancellation);
        if (outcome.State is not HandInState.Accepted)
        {
            // What it lacks may have come between the look and the note; from the note on, it is settled by what comes.
            await handIns.SaveAsync(outcome, cancellation);
            outcome = await CheckAsync(handIn, cancellation);
        }

        if (outcome.State is HandInState.Rejected && await Blob(file).FindAsync(cancellation) is { } original)
        {
            await using var stream = new BinaryData(original.Content).ToStream();
            await rejections.KeepAsync(outcome, stream, cancellation);
        }

        await handIns.SaveAsync(outcome, cancellation);
        Log.Taken(logger, outcome);
        return outcome;
    }

    private async Task<HandIn> CheckAsync(HandIn handIn, CancellationToken cancellation)
    {
        if (!DirectoryFiles.All.Contains(handIn.File, StringComparer.Ordinal))
        {
            return handIn.With([new(nameof(ProblemTexts.DirectoryFileUnknown), new(handIn.File), string.Join(", ", DirectoryFiles.All))]);
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            return await ReplaceAsync(handIn, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<HandIn> ReplaceAsync(HandIn handIn, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            // Read before the files, so that files read too early cannot replace a directory made of later ones.
            var version = await directory.VersionAsync(cancellation);
            var files = await ReadAsync(cancellation);
            ImmutableArray<Problem> missing = [.. DirectoryFiles.All.Where(file => files[file] is null).Select(file => new Problem(nameof(ProblemTexts.DirectoryNotThere), new(handIn.File), file))];
            if (!missing.IsEmpty)
            {
                return handIn.With(missing);
            }

            var sources = string.Join(' ', DirectoryFiles.All.Select(file => files[file]!.ETag));
            if (sources != version.Sources)
            {
                var read = DirectoryReader.Read(
                    files[DirectoryFiles.Communes]!.Content.Span,
                    files[DirectoryFiles.Destinations]!.Content.Span,
                    files[DirectoryFiles.People]!.Content.Span);
                if (!read.IsValid)
                {
                    return handIn.With(read.Problems);
                }

                var origin = new HistoryEntry("directory", time.GetUtcNow(), handIn.Person?.Value ?? HistoryEntry.System, "directory-replaced", Detail: handIn.File);
                if (!await directory.ReplaceAsync(version, read.Value, sources, origin, cancellation))
                {
                    continue;
                }
            }

            // Even where it is replaced already: whoever did that may have been cut off before this.
            await SettleOthersAsync(handIn, files, cancellation);
            await content.RetakeAsync(DirectoryFiles.Communes, cancellation);
            await content.RetakeAsync(DirectoryFiles.People, cancellation);
            return handIn;
        }

        throw new InvalidOperationException("Somebody else replaced the directory each time that it was to be written.");
    }

    /// <summary>The files that came before and waited, or were refused for want of this one, are part of the directory now.</summary>
    private async Task SettleOthersAsync(HandIn handIn, Dictionary<string, FoundBlob?> files, CancellationToken cancellation)
    {
        foreach (var (file, found) in files)
        {
            var id = HandInId.Of(Containers.Directory, file, found!.LastModified, found.ETag);
            if (id != handIn.Id && await handIns.FindAsync(id, cancellation) is { State: not HandInState.Accepted } other)
            {
                await handIns.SaveAsync(other.With([]), cancellation);
            }
        }
    }

    private async Task<Dictionary<string, FoundBlob?>> ReadAsync(CancellationToken cancellation)
    {
        var files = new Dictionary<string, FoundBlob?>(StringComparer.Ordinal);
        foreach (var file in DirectoryFiles.All)
        {
            files[file] = await Blob(file).FindAsync(cancellation);
        }

        return files;
    }

    private BlobClient Blob(string file) => store.Container(Containers.Directory).GetBlobClient(file);
}
