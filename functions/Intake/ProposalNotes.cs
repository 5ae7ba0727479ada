using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>Who said yes first to the change of the directory that waits: one blob, for one change waits at a time.</summary>
internal sealed class ProposalNotes(Store store)
{
    private BlobClient Blob => store.Container(Containers.State).GetBlobClient("directory-proposal.json");

    /// <summary>One transaction.</summary>
    /// <returns>Null where nothing was said of that change.</returns>
    public async Task<ProposalNote?> FindAsync(string subject, CancellationToken cancellationToken) =>
        Read(await Blob.FindAsync(cancellationToken)) is { } note && note.Subject == subject ? note : null;

    /// <summary>Two transactions.</summary>
    /// <returns>False where somebody was quicker to say it of the same change.</returns>
    public async Task<bool> TryAddAsync(ProposalNote note, CancellationToken cancellationToken)
    {
        var found = await Blob.FindAsync(cancellationToken);
        return Read(found)?.Subject != note.Subject
            && await Blob.TryReplaceAsync(
                ReadableJson.Write(note, IntakeJson.Default.ProposalNote),
                found is null ? null : new ETag(found.ETag),
                new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
                metadata: null,
                cancellationToken) is not null;
    }

    /// <summary>A note that cannot be read is none: a first person says yes anew.</summary>
    private static ProposalNote? Read(FoundBlob? blob)
    {
        try
        {
            return blob is null ? null : JsonSerializer.Deserialize(blob.Content.Span, IntakeJson.Default.ProposalNote);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
