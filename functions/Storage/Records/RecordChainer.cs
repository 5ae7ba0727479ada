using System.Collections.Immutable;
using Azure.Storage.Blobs.Models;

namespace Dissemination.Storage.Records;

/// <summary>
/// Adds what was recorded to the chain. Whatever copy of the program does it, and wherever it is killed, each line is added once: the head
/// is read first, what waits after it, and the head is replaced only if nobody else has meanwhile.
/// </summary>
internal sealed class RecordChainer(Store store, TimeProvider time)
{
    /// <summary>So many groups are added at a time; the next tick takes the rest.</summary>
    private const int MostGroups = 50;

    /// <summary>A line is one write, and the head another.</summary>
    private const int MostLines = Transaction.Limit - 1;

    /// <summary>One transaction where nothing waits; else five for each hundred lines.</summary>
    public async Task ChainAsync(CancellationToken cancellationToken)
    {
        for (var left = MostGroups; left > 0 && (await WaitingAsync(1, cancellationToken)).Count > 0; left--)
        {
            await ChainGroupAsync(cancellationToken);
        }
    }

    private async Task ChainGroupAsync(CancellationToken cancellationToken)
    {
        var head = await store.Record.FindAsync(
            KeysOfRecords.Chain, KeysOfRecords.Head, StorageJson.Default.RecordHead, cancellationToken);
        var waiting = await WaitingAsync(MostLines, cancellationToken);
        var left = waiting.Select(row => row.RowKey).Intersect(head?.Value.Taken ?? [], StringComparer.Ordinal).ToList();
        if (left.Count > 0)
        {
            await FinishAsync(head!.Value, left, cancellationToken);
            return;
        }

        var transaction = new Transaction(KeysOfRecords.Chain);
        var (end, taken, closed) = (head?.Value.End, ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<RecordEnd>());
        foreach (var row in waiting.TakeWhile(_ => transaction.Bytes < Transaction.ByteLimit / 2))
        {
            var line = RecordDecisions.Next(end, row.Value, LocalTime.DayOf(time.GetUtcNow()));
            if (end is not null && line.Day > end.Day)
            {
                closed.Add(end);
            }

            transaction.Insert(KeysOfRecords.Line(line.Day, line.Number), line, StorageJson.Default.RecordLine);
            taken.Add(row.RowKey);
            end = line.End;
        }

        if (end is null || taken.Count == 0)
        {
            return;
        }

        var next = new RecordHead(end, taken.ToImmutable(), closed.ToImmutable());
        transaction.Save(head, KeysOfRecords.Head, next, StorageJson.Default.RecordHead);
        if (await transaction.CommitAsync(store.Record, cancellationToken))
        {
            await FinishAsync(next, next.Taken, cancellationToken);
        }
    }

    /// <summary>
    /// The ends are noted apart, and what was chained waits no more. A crash before leaves it waiting, and then this is done again: an end
    /// that is noted twice says the same.
    /// </summary>
    private async Task FinishAsync(RecordHead head, IEnumerable<string> left, CancellationToken cancellationToken)
    {
        var ends = store.Container(Containers.RecordEnds);
        var headers = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" };
        foreach (var closed in head.Closed)
        {
            // Once written it is not written again.
            await ends.GetBlobClient(KeysOfRecords.DayBlob(closed.Day))
                .TryReplaceAsync(JsonOf(closed), read: null, headers, metadata: null, cancellationToken);
        }

        await ends.AppendAsync(
            part => KeysOfRecords.NotesBlob(head.End.Day, part),
            LineOf(head.End),
            new BlobHttpHeaders { ContentType = "application/jsonl; charset=utf-8" },
            cancellationToken);
        var done = new Transaction(Keys.Editorial);
        foreach (var key in left)
        {
            done.Delete(key);
        }

        // Where another copy was quicker they are gone already.
        await done.CommitAsync(store.Editorial, cancellationToken);
    }

    private static ReadOnlyMemory<byte> JsonOf(RecordEnd end) => ReadableJson.Write(end, StorageJson.Default.RecordEnd);

    private static byte[] LineOf(RecordEnd end) => [.. JsonOf(end).Span, (byte)'\n'];

    private async Task<List<Row<HistoryEntry>>> WaitingAsync(int most, CancellationToken cancellationToken) =>
        await store.Editorial
            .StartingWithAsync(Keys.Editorial, KeysOfRecords.UnchainedPrefix, StorageJson.Default.HistoryEntry, cancellationToken)
            .Take(most)
            .ToListAsync(cancellationToken);
}
