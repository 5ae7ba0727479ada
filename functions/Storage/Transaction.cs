using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;

namespace Dissemination.Storage;

/// <summary>Writes to one partition of a table that happen together or not at all. At most 100, and 4 MiB.</summary>
internal sealed class Transaction(string partitionKey)
{
    /// <summary>The most writes that one transaction takes (Azure Tables, entity group transactions).</summary>
    public const int Limit = 100;

    /// <summary>The most bytes that one transaction takes, with room for what frames them.</summary>
    public const int ByteLimit = 3 * 1024 * 1024;

    private readonly List<TableTransactionAction> _actions = [];

    public string PartitionKey => partitionKey;

    public int Count => _actions.Count;

    /// <summary>
    /// What its rows take at most on the way: the client escapes a letter that is not ASCII, and a quotation mark, with six bytes, and
    /// writes three bytes as four letters.
    /// </summary>
    public int Bytes => _actions.Sum(action => ((TableEntity)action.Entity).Sum(property => SizeOf(property.Value)) + 512);

    /// <summary>Fails where the row is there already.</summary>
    public Transaction Insert<T>(string rowKey, T value, JsonTypeInfo<T> type) =>
        Add(TableTransactionActionType.Add, RowCodec.ToEntity(partitionKey, rowKey, value, type), ETag.All);

    /// <summary>Writes over whatever is there.</summary>
    public Transaction Put<T>(string rowKey, T value, JsonTypeInfo<T> type) =>
        Add(TableTransactionActionType.UpsertReplace, RowCodec.ToEntity(partitionKey, rowKey, value, type), ETag.All);

    // A record names all that it holds, so a merge replaces it; and Azurite removes and adds anew what it is told to replace, at a cost
    // that grows with the table.
    /// <summary>Fails where somebody else wrote since the row was read.</summary>
    public Transaction Replace<T>(Row<T> read, T value, JsonTypeInfo<T> type) =>
        Add(TableTransactionActionType.UpdateMerge, RowCodec.ToEntity(partitionKey, read.RowKey, value, type), read.ETag);

    /// <summary>Inserts where nothing was read, else replaces what was read.</summary>
    public Transaction Save<T>(Row<T>? read, string rowKey, T value, JsonTypeInfo<T> type) =>
        read is null ? Insert(rowKey, value, type) : Replace(read, value, type);

    /// <summary>Fails where somebody else wrote since the row was read, or deleted it.</summary>
    public Transaction Delete<T>(Row<T> read) =>
        Add(TableTransactionActionType.Delete, new TableEntity(partitionKey, read.RowKey), read.ETag);

    /// <summary>Fails where the row is not there.</summary>
    public Transaction Delete(string rowKey) =>
        Add(TableTransactionActionType.Delete, new TableEntity(partitionKey, rowKey), ETag.All);

    /// <summary>Makes a next step necessary, in the very transaction that decides it.</summary>
    public Transaction HandOver<T>(OutboxTopic<T> topic, T entry)
        where T : IOutboxEntry => Put(topic.KeyOf(entry), entry, topic.Json);

    /// <summary>
    /// Adds a line to the record, beside what it is about and to what waits to be chained; the same line twice is one. Two writes.
    /// </summary>
    public Transaction Record(HistoryEntry entry) => Put(entry.RowKey, entry, StorageJson.Default.HistoryEntry).Chain(entry);

    /// <summary>The same for a line that may have been chained already, and would be once more: fails where it stands.</summary>
    public Transaction RecordOnce(HistoryEntry entry) => Insert(entry.RowKey, entry, StorageJson.Default.HistoryEntry).Chain(entry);

    /// <summary>Writes an entity whose extra properties queries filter by.</summary>
    public Transaction Add(TableTransactionActionType type, TableEntity entity, ETag ifMatch)
    {
        _actions.Add(new(type, entity, ifMatch));
        return this;
    }

    /// <summary>
    /// Takes over the writes of another transaction of the same partition where both fit into one, which writes no row twice.
    /// </summary>
    /// <returns>False where they do not: nothing was taken over.</returns>
    public bool TryJoin(Transaction other)
    {
        if (Count + other.Count > Limit || other._actions.Any(Writes) || Bytes + other.Bytes > ByteLimit)
        {
            return false;
        }

        _actions.AddRange(other._actions);
        return true;
    }

    /// <summary>Writes all. One transaction.</summary>
    /// <returns>False where a row was there already, or changed since it was read: nothing was written; read again and decide
    /// again.</returns>
    public async Task<bool> CommitAsync(TableClient table, CancellationToken cancellationToken) =>
        await CommitForTagsAsync(table, cancellationToken) is not null;

    /// <summary>Writes all and tells the new version of each row, in the order of the writes. One transaction.</summary>
    /// <returns>Null where <see cref="CommitAsync"/> says false.</returns>
    public async Task<IReadOnlyList<ETag>?> CommitForTagsAsync(TableClient table, CancellationToken cancellationToken)
    {
        if (_actions.Count == 0)
        {
            return [];
        }

        using var counted = TransactionCount.OfBatch(table.Name);
        try
        {
            var answers = await table.SubmitTransactionAsync(_actions, cancellationToken);
            return [.. answers.Value.Select(answer => answer.Headers.ETag ?? default)];
        }
        catch (RequestFailedException e)
            when (e.Status is StatusCodes.Status404NotFound or StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return null;
        }
    }

    private Transaction Chain(HistoryEntry entry) =>
        Put(KeysOfRecords.Unchained(entry.At, entry.RowKey), entry, StorageJson.Default.HistoryEntry);

    private static int SizeOf(object value) => value switch
    {
        string text => text.Length * 6,
        byte[] bytes => (bytes.Length / 3 * 4) + 4,
        _ => 0,
    };

    private bool Writes(TableTransactionAction other) => _actions.Any(action => action.Entity.RowKey == other.Entity.RowKey);
}
