using System.Globalization;
using System.Security.Cryptography;

using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dissemination.Local.Listeners;

namespace Dissemination.Local.Sample;

/// <summary>Hands the repository's content in on the first start, and sees that all of it comes through.</summary>
internal sealed class SampleLoader(BlobServiceClient storage, AskHandIn ask, LocalConsole console, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly BlobClient _marker = storage.GetBlobContainerClient(ListenerHost.Notes).GetBlobClient("dissemination/sample-loaded");

    /// <exception cref="StartProblem">The folder is empty, or something did not come through as expected.</exception>
    public async Task LoadAsync(string folder, CancellationToken cancellationToken)
    {
        if (await _marker.ExistsAsync(cancellationToken))
        {
            return;
        }

        var waves = SampleFolder.Waves(folder);
        if (waves.Count == 0)
        {
            throw new StartProblem(LocalText.Of(nameof(LocalTexts.NoContent), folder));
        }

        console.Say(LocalText.Of(nameof(LocalTexts.SampleLoading), folder));
        List<string> problems = [];
        foreach (var wave in waves)
        {
            problems.AddRange(await LoadAsync(wave, cancellationToken));
        }

        if (problems.Count > 0)
        {
            throw new StartProblem(LocalText.Of(nameof(LocalTexts.SampleWrong)), [.. problems]);
        }

        await _marker.UploadAsync(
            BinaryData.FromString(time.GetUtcNow().ToString("o", CultureInfo.InvariantCulture)), overwrite: true, cancellationToken);
        var files = waves.SelectMany(wave => wave).ToLookup(file => file.IsBroken);
        console.Say(LocalText.Of(nameof(LocalTexts.SampleLoaded), files[false].Count(), files[true].Count()));
    }

    /// <summary>What was wrong with a file's outcome, a line each; nothing when it is as expected.</summary>
    public static IReadOnlyList<string> Find(SampleFile file, HandInOutcome outcome) => (outcome.IsAccepted, file.IsBroken) switch
    {
        (true, false) or (false, true) => [],
        (true, true) => Lines(nameof(LocalTexts.SampleAccepted), file),
        (false, false) => [.. Lines(nameof(LocalTexts.SampleRejected), file), .. outcome.Problems.Select(problem => "  " + problem)],
    };

    private static string[] Lines(string key, SampleFile file)
    {
        var text = LocalText.Of(key, $"{file.Container}/{file.Blob}");
        return [text.Vietnamese, text.English];
    }

    private async Task<List<string>> LoadAsync(IReadOnlyList<SampleFile> wave, CancellationToken cancellationToken)
    {
        List<Uploaded> pending = [];
        foreach (var file in wave)
        {
            pending.Add(await UploadAsync(file, cancellationToken));
        }

        List<string> problems = [];
        while (pending.Count > 0)
        {
            List<Uploaded> left = [];
            foreach (var version in pending)
            {
                if (await ask(
                    version.File.Container, version.File.Blob, version.LastModified, version.ETag, cancellationToken) is { } outcome)
                {
                    problems.AddRange(Find(version.File, outcome));
                }
                else
                {
                    left.Add(version);
                }
            }

            pending = left;
            if (pending.Count > 0)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }

        return problems;
    }

    /// <summary>Skips what lies there already: a start that was killed goes on, and makes no second version.</summary>
    private async Task<Uploaded> UploadAsync(SampleFile file, CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(file.Path, cancellationToken);
#pragma warning disable CA5351 // MD5 is what storage keeps beside a blob; nothing secret depends on it.
        var hash = MD5.HashData(content);
#pragma warning restore CA5351
        var blob = storage.GetBlobContainerClient(file.Container).GetBlobClient(file.Blob);
        try
        {
            BlobProperties there = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            if (there.ContentHash is { } known && known.AsSpan().SequenceEqual(hash))
            {
                return new(file, there.LastModified, there.ETag);
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
        }

        BlobUploadOptions options = new() { HttpHeaders = new() { ContentType = file.ContentType, ContentHash = hash } };
        BlobContentInfo uploaded = await blob.UploadAsync(new BinaryData(content), options, cancellationToken);
        return new(file, uploaded.LastModified, uploaded.ETag);
    }

    private sealed record Uploaded(SampleFile File, DateTimeOffset LastModified, ETag ETag);
}
