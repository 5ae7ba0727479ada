using System.Text.Json;
using Azure.Storage.Blobs;
using Dissemination.Alerts;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// The events of files that nobody took for a day. Event Grid keeps them as blobs, each an array of events in its own schema
/// (https://learn.microsoft.com/azure/event-grid/manage-event-delivery); the files that they name are looked at as they lie there now, and
/// then the event is done with.
/// </summary>
internal sealed class UndeliveredEvents(
    Store store, ContentIntake content, DirectoryImport directory, AlertStore alerts, ILogger<UndeliveredEvents> logger)
{
    /// <summary>The most that one look takes; the next takes the rest.</summary>
    private const int AtMost = 100;

    /// <summary>Of what cannot be read so many letters are told.</summary>
    private const int MostTold = 1_000;

    /// <summary>On one machine there is none.</summary>
    private bool? _isThere;

    /// <summary>One transaction where there are none, and no more than a first one where nobody keeps any.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var kept = store.Container(Containers.UndeliveredEvents);
        _isThere ??= await kept.ExistsAsync(cancellationToken);
        if (_isThere is false)
        {
            return;
        }

        await foreach (var blob in kept.GetBlobsAsync(cancellationToken: cancellationToken).Take(AtMost))
        {
            if (await kept.GetBlobClient(blob.Name).FindAsync(cancellationToken) is { } found)
            {
                await TakeAsync(new BinaryData(found.Content), cancellationToken);
                await kept.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
            }
        }
    }

    private async Task TakeAsync(BinaryData events, CancellationToken cancellationToken)
    {
        if (FilesIn(events) is not { } files)
        {
            var text = events.ToString();
            await alerts.DeadLetterBlobAsync(text[..Math.Min(text.Length, MostTold)], cancellationToken);
            return;
        }

        foreach (var file in files)
        {
            var blob = store.Container(file.BlobContainerName).GetBlobClient(file.BlobName);
            try
            {
                await TakeAsync(blob, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && !StorageFailure.IsAway(e))
            {
                // One that cannot be handled keeps no other, and is told like one that the host gave up on.
                Log.NotRetaken(logger, e, file.BlobContainerName, file.BlobName);
                await alerts.RaiseFileAsync($"{file.BlobContainerName}/{file.BlobName}", cancellationToken);
            }
        }
    }

    private Task TakeAsync(BlobClient blob, CancellationToken cancellationToken) => blob.BlobContainerName switch
    {
        Containers.Content or Containers.Approved => content.TakeUnseenAsync(blob, cancellationToken),
        Containers.Directory => directory.TakeAsync(blob, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <returns>Null where that is no list of events.</returns>
    private static List<BlobUriBuilder>? FilesIn(BinaryData events)
    {
        try
        {
            return JsonSerializer.Deserialize(events.ToMemory().Span, IntakeJson.Default.UndeliveredEventArray)
                ?.Select(one => new BlobUriBuilder(new Uri(one?.Data?.Url ?? throw new JsonException("An event names no blob."))))
                .ToList();
        }
        catch (Exception e) when (e is JsonException or UriFormatException)
        {
            return null;
        }
    }
}
