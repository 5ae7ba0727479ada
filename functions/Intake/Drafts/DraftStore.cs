using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Intake.Drafts;

/// <summary>
/// Drafts, each a row, with their pictures as blobs. What was handed in stands apart, so that the list of open ones stays short.
/// </summary>
internal sealed class DraftStore(Store store)
{
    /// <summary>A page of the open drafts, newest first. One transaction.</summary>
    public Task<Page<Draft>> ListAsync(string? continuation, int size, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, Keys.DraftPrefix), continuation, size, IntakeJson.Default.Draft, cancellationToken);

    /// <summary>A page of those that were handed in, newest first. One transaction.</summary>
    public Task<Page<Draft>> ListSentAsync(string? continuation, int size, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, Keys.SentDraftPrefix), continuation, size, IntakeJson.Default.Draft, cancellationToken);

    /// <summary>An open draft, or one that was handed in; null where there is neither. One transaction, or two.</summary>
    public async Task<Row<Draft>?> FindAsync(DraftId id, CancellationToken cancellationToken) =>
        await store.Editorial.FindAsync(Keys.Editorial, Keys.Draft(id.Value), IntakeJson.Default.Draft, cancellationToken)
        ?? await store.Editorial.FindAsync(Keys.Editorial, Keys.SentDraft(id.Value), IntakeJson.Default.Draft, cancellationToken);

    /// <summary>The draft that an item came from; null where it came from none. Two transactions, or three.</summary>
    public async Task<Row<Draft>?> FindOfAsync(ItemId item, CancellationToken cancellationToken) =>
        await store.Editorial.FindAsync(
            Keys.Editorial, Keys.DraftOf(item.Value), IntakeJson.Default.DraftPointer, cancellationToken) is { Value.Draft: var id }
        && await FindAsync(id, cancellationToken) is { } draft && draft.Value.Item.Id == item.Value
            ? draft
            : null;

    /// <returns>The row; null where it was there already.</returns>
    public Task<Row<Draft>?> AddAsync(Draft draft, CancellationToken cancellationToken) =>
        CommitAsync(
            new Transaction(Keys.Editorial).Insert(Keys.Draft(draft.Id.Value), draft, IntakeJson.Default.Draft), draft, cancellationToken);

    /// <summary>Adds one in which an item is corrected; where it is the item's own form, the item leads to it from now on.</summary>
    /// <returns>The row; null where it was there already.</returns>
    public Task<Row<Draft>?> AddCorrectionAsync(Draft draft, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(Keys.Editorial).Insert(Keys.Draft(draft.Id.Value), draft, IntakeJson.Default.Draft);
        return CommitAsync(draft.Sheet is null ? Point(transaction, draft) : transaction, draft, cancellationToken);
    }

    /// <summary>Writes it over what was read. One that was handed in and goes on being written is open again.</summary>
    /// <returns>The row; null where somebody else wrote meanwhile.</returns>
    public Task<Row<Draft>?> SaveAsync(Row<Draft> read, Draft draft, CancellationToken cancellationToken)
    {
        var key = draft.Sent is null ? Keys.Draft(draft.Id.Value) : Keys.SentDraft(draft.Id.Value);
        var transaction = new Transaction(Keys.Editorial);
        transaction = read.RowKey == key
            ? transaction.Replace(read, draft, IntakeJson.Default.Draft)
            : transaction.Insert(key, draft, IntakeJson.Default.Draft).Delete(read);
        return CommitAsync(
            draft is { Sent: not null, Sheet: null } ? Point(transaction, draft) : transaction,
            draft,
            cancellationToken);
    }

    /// <summary>Throws it away with its pictures. A transaction, and one for each picture.</summary>
    /// <returns>False where somebody else wrote meanwhile.</returns>
    public async Task<bool> RemoveAsync(Row<Draft> read, CancellationToken cancellationToken)
    {
        if (!await new Transaction(Keys.Editorial).Delete(read).CommitAsync(store.Editorial, cancellationToken))
        {
            return false;
        }

        foreach (var name in read.Value.Item.Pictures.SelectMany(picture => (string[])[picture.Name, picture.Shown]).Distinct(StringComparer.Ordinal))
        {
            await Blob(read.Value.Id, name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }

        return true;
    }

    public async Task PutPictureAsync(DraftId draft, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        await Blob(draft, name).UploadAsync(new BinaryData(bytes), new BlobUploadOptions(), cancellationToken);

    /// <summary>A picture as it came; null where there is none.</summary>
    public async Task<ReadOnlyMemory<byte>?> PictureAsync(DraftId draft, string name, CancellationToken cancellationToken) =>
        (await Blob(draft, name).FindAsync(cancellationToken))?.Content;

    /// <summary>Whether a file of an item was handed in under that id. One transaction.</summary>
    public async Task<bool> IsHandedInAsync(string id, CancellationToken cancellationToken) =>
        (await store.Container(Containers.Content).GetBlobClient($"items/{id}.md").ExistsAsync(cancellationToken)).Value;

    private static Transaction Point(Transaction transaction, Draft draft) =>
        transaction.Put(Keys.DraftOf(draft.Item.Id), new DraftPointer(draft.Id), IntakeJson.Default.DraftPointer);

    private BlobClient Blob(DraftId draft, string name) => store.Container(Containers.Drafts).GetBlobClient($"{draft}/{name}");

    private async Task<Row<Draft>?> CommitAsync(Transaction transaction, Draft draft, CancellationToken cancellationToken) =>
        await transaction.CommitForTagsAsync(store.Editorial, cancellationToken) is { } tags
            ? new(Keys.Editorial, draft.Sent is null ? Keys.Draft(draft.Id.Value) : Keys.SentDraft(draft.Id.Value), draft, tags[0])
            : null;
}
