using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace Dissemination.Storage.Records;

/// <summary>
/// Looks through the whole record: that every line says what it said, that none is gone or moved, that the chain ends where the ends that
/// are kept apart say, and that people see beside the items what it says.
/// </summary>
internal sealed class RecordCheck(Store store)
{
    /// <summary>One transaction for each thousand lines, twice, and two for each day.</summary>
    public async Task<RecordVerdict> RunAsync(CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(cancellationToken);
        var (faults, noted) = (new FaultList(), new NotedEnds(store));
        var days = await DaysAsync(noted, faults, cancellationToken);
        await noted.BeginAsync(cancellationToken);
        var (seen, last, lines) = await WalkAsync(days, noted, faults, cancellationToken);
        foreach (var fault in await noted.EndAsync(last, cancellationToken))
        {
            faults.Add(fault);
        }

        var differing = await CompareAsync(seen, cancellationToken);
        if (differing.Count > 0)
        {
            // What was written meanwhile still waits, or stands behind the line that was the last.
            var since = await WaitingAsync(cancellationToken);
            since.UnionWith(waiting);
            since.UnionWith(await BehindAsync(last, cancellationToken));
            differing.Where(fault => !since.Contains(fault.Key!)).ToList().ForEach(faults.Add);
        }

        return new(lines, waiting.Count, faults.First, faults.Count) { End = last?.End };
    }

    /// <summary>Walks the chain from its end to its beginning.</summary>
    /// <returns>What the newest line says of each that stands beside its item, the last line, and how many there are.</returns>
    private async Task<(Dictionary<string, SeenLine> Seen, RecordLine? Last, long Lines)> WalkAsync(
        Dictionary<DateOnly, RecordEnd> days, NotedEnds noted, FaultList faults, CancellationToken cancellationToken)
    {
        Dictionary<string, SeenLine> seen = new(StringComparer.Ordinal);
        RecordLine? last = null;
        RecordLine? next = null;
        var count = 0L;
        await foreach (var (row, line) in ChainAsync(cancellationToken))
        {
            last ??= line;
            count++;
            await noted.MeetAsync(line, cancellationToken);
            foreach (var fault in RecordDecisions.FaultsOf(line, row.RowKey, next).Concat(EndsOf(line, next, days)))
            {
                faults.Add(fault);
            }

            if (line.FindEntry() is { } entry)
            {
                seen.TryAdd(entry.RowKey, SeenLine.Of(entry, line));
                faults.Add(IsFound(row, entry) ? null : new(RecordFaultKind.Changed, line.Day, line.Number));
            }

            next = line;
        }

        faults.Add(next is { Number: > 1 } ? new(RecordFaultKind.Missing, next.Day, 1) { Upto = next.Number - 1 } : null);
        foreach (var gone in days.Values)
        {
            faults.Add(new(RecordFaultKind.Missing, gone.Day, gone.Number));
        }

        return (seen, last, count);
    }

    private async IAsyncEnumerable<(TableEntity Row, RecordLine Line)> ChainAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = store.Record.QueryAsync<TableEntity>(
            TableReading.Prefix(KeysOfRecords.Chain, KeysOfRecords.LinePrefix), cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            if (store.Record.Readable(row, StorageJson.Default.RecordLine) is { Value: var line })
            {
                yield return (row, line);
            }
        }
    }

    /// <summary>Whether whoever looks for a line finds it by what it says.</summary>
    private static bool IsFound(TableEntity row, HistoryEntry entry) =>
        RecordLine.ColumnsOf(entry).All(column => row.TryGetValue(column.Key, out var stands) && column.Value.Equals(stands));

    /// <summary>What the ends of the days that are over say of a line, where it is one.</summary>
    /// <param name="days">Those of the days that no line was seen of yet.</param>
    private static IEnumerable<RecordFault> EndsOf(RecordLine line, RecordLine? next, Dictionary<DateOnly, RecordEnd> days)
    {
        if (next is null ? days.ContainsKey(line.Day) : next.Day != line.Day)
        {
            if (!days.Remove(line.Day, out var kept))
            {
                yield return new(RecordFaultKind.EndMissing, line.Day, line.Number);
            }
            else if (RecordDecisions.FaultOf(line, kept) is { } wrong)
            {
                yield return wrong;
            }
        }
    }

    /// <summary>Holds what stands beside the items against the chain.</summary>
    private async Task<List<RecordFault>> CompareAsync(Dictionary<string, SeenLine> seen, CancellationToken cancellationToken)
    {
        List<RecordFault> differing = [];
        var rows = store.Editorial.StartingWithAsync(
            Keys.Editorial, KeysOfRecords.HistoryPrefix, StorageJson.Default.HistoryEntry, cancellationToken);
        await foreach (var row in rows)
        {
            if (!seen.Remove(row.RowKey, out var line))
            {
                differing.Add(new(RecordFaultKind.SeenUnknown, LocalTime.DayOf(row.Value.At), 0) { Key = row.RowKey });
            }
            else if (line != SeenLine.Of(row.Value, line.Day, line.Number))
            {
                differing.Add(new(RecordFaultKind.SeenChanged, line.Day, line.Number) { Key = row.RowKey });
            }
        }

        differing.AddRange(
            seen.Select(gone => new RecordFault(RecordFaultKind.SeenMissing, gone.Value.Day, gone.Value.Number) { Key = gone.Key }));
        return differing;
    }

    /// <summary>The keys beside the items of what was chained since.</summary>
    private async Task<List<string>> BehindAsync(RecordLine? last, CancellationToken cancellationToken) =>
        await store.Record
            .BetweenAsync(
                KeysOfRecords.Chain,
                KeysOfRecords.LinePrefix,
                last is null ? Keys.After(KeysOfRecords.LinePrefix) : KeysOfRecords.Line(last.Day, last.Number),
                StorageJson.Default.RecordLine,
                cancellationToken)
            .Select(row => row.Value.FindEntry()?.RowKey ?? "")
            .ToListAsync(cancellationToken);

    /// <summary>The keys beside the items of what waits to be chained.</summary>
    private async Task<HashSet<string>> WaitingAsync(CancellationToken cancellationToken) =>
        await store.Editorial
            .StartingWithAsync(Keys.Editorial, KeysOfRecords.UnchainedPrefix, StorageJson.Default.HistoryEntry, cancellationToken)
            .Select(row => row.Value.RowKey)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);

    /// <summary>Blobs there cannot be changed, but others can be laid beside them: the end of a day is in the one of its name.</summary>
    /// <param name="noted">Is told of the others that bear the name of a day.</param>
    private async Task<Dictionary<DateOnly, RecordEnd>> DaysAsync(NotedEnds noted, FaultList faults, CancellationToken cancellationToken)
    {
        Dictionary<DateOnly, RecordEnd> days = [];
        var container = store.Container(Containers.RecordEnds);
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (KeysOfRecords.FindNotesDay(blob.Name) is { } day)
            {
                noted.Add(day, blob.Name);
                continue;
            }

            if (await container.GetBlobClient(blob.Name).FindAsync(cancellationToken) is not { } found)
            {
                continue;
            }

            if (RecordEnd.Find(found.Content.Span) is { } end && blob.Name == KeysOfRecords.DayBlob(end.Day))
            {
                days[end.Day] = end;
            }
            else
            {
                faults.Add(RecordFault.OfUnknown(blob.Name, found));
            }
        }

        return days;
    }

    /// <summary>What the chain says of a line beside an item, in few bytes.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct SeenLine(DateOnly Day, long Number, UInt128 Hash)
    {
        public static SeenLine Of(HistoryEntry entry, RecordLine line) => Of(entry, line.Day, line.Number);

        public static SeenLine Of(HistoryEntry entry, DateOnly day, long number) => new(
            day,
            number,
            Unsafe.ReadUnaligned<UInt128>(ref SHA256.HashData(Encoding.UTF8.GetBytes(RecordDecisions.TextOf(entry)))[0]));
    }

    /// <summary>The first of what is wrong, and how much there is.</summary>
    private sealed class FaultList
    {
        private readonly ImmutableArray<RecordFault>.Builder _first = ImmutableArray.CreateBuilder<RecordFault>();

        public int Count { get; private set; }

        public ImmutableArray<RecordFault> First => _first.ToImmutable();

        public void Add(RecordFault? fault)
        {
            if (fault is null || _first.Contains(fault))
            {
                return;
            }

            Count++;
            if (_first.Count < RecordVerdict.Most)
            {
                _first.Add(fault);
            }
        }
    }
}
