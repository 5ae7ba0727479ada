using System.Text.Json.Serialization.Metadata;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>
/// What was told of meetings and opinions, and its sums. A record stands three times: by its id, in the list of its commune and in that of
/// all; they and the sums are written in one transaction, so that nothing is counted twice or left out.
/// </summary>
internal sealed class MeetingStore(Store store)
{
    /// <summary>The most records that are written together: three rows each, and the sums of as many communes and days.</summary>
    public const int AtOnce = 18;

    private readonly RowMemory<DayTally> _days = new(store.Meetings, KeysOfMeetings.Told, MeetingsJson.Default.DayTally);

    /// <summary>One transaction.</summary>
    public Task<Row<ToldRecord>?> FindAsync(ToldId id, CancellationToken cancellationToken) =>
        store.Meetings.FindAsync(KeysOfMeetings.Told, KeysOfMeetings.ToldId(id.Value), MeetingsJson.Default.ToldRecord, cancellationToken);

    /// <summary>A page of records, the newest day first. One transaction; of a commune one for each that became part of it.</summary>
    public Task<Page<ToldRecord>> PageAsync(
        ToldQuery query, DirectorySnapshot directory, string? continuation, int size, CancellationToken cancellationToken) =>
        query.Filters(directory).Select(filter => (store.Meetings, filter)).ToArray()
            .PageAsync(continuation, size, MeetingsJson.Default.ToldRecord, cancellationToken);

    /// <summary>What was told of a commune from one day to another. One transaction for each thousand.</summary>
    public IAsyncEnumerable<ToldRecord> InAsync(CommuneId commune, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        store.Meetings
            .BetweenAsync(
                KeysOfMeetings.Told,
                KeysOfMeetings.ToldIn(commune.Value, to),
                Keys.After(KeysOfMeetings.ToldIn(commune.Value, from)),
                MeetingsJson.Default.ToldRecord,
                cancellationToken)
            .Select(row => row.Value);

    /// <summary>
    /// All that was told first of a commune, as it stands now, whatever commune it is of now. One transaction for each thousand.
    /// </summary>
    public IAsyncEnumerable<ToldRecord> FirstToldOfAsync(CommuneId commune, CancellationToken cancellationToken) =>
        store.Meetings
            .StartingWithAsync(
                KeysOfMeetings.Told, KeysOfMeetings.ToldIdsOf(commune.Value), MeetingsJson.Default.ToldRecord, cancellationToken)
            .Select(row => row.Value);

    /// <summary>Every record. One transaction for each thousand.</summary>
    public IAsyncEnumerable<ToldRecord> AllAsync(CancellationToken cancellationToken) =>
        store.Meetings
            .StartingWithAsync(KeysOfMeetings.Told, KeysOfMeetings.ToldId(""), MeetingsJson.Default.ToldRecord, cancellationToken)
            .Select(row => row.Value);

    /// <summary>What a record was before each change, the oldest first. One transaction.</summary>
    public IAsyncEnumerable<ToldChange> ChangesAsync(ToldId id, CancellationToken cancellationToken) =>
        store.Meetings
            .StartingWithAsync(KeysOfMeetings.Told, KeysOfMeetings.ToldWas(id.Value), MeetingsJson.Default.ToldChange, cancellationToken)
            .Select(row => row.Value);

    /// <summary>The sums of a commune by itself. One transaction.</summary>
    public async Task<CommuneTally> TotalAsync(CommuneId commune, CancellationToken cancellationToken) =>
        (await TotalRowAsync(commune, cancellationToken))?.Value ?? new(commune);

    /// <summary>
    /// The sums of each day of a period. One transaction for each thousand days, however much was told, and as many where something was told
    /// since.
    /// </summary>
    public async Task<IReadOnlyCollection<DayTally>> DaysAsync(DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
    {
        var rows = await _days.BetweenAsync(
            from is { } first ? KeysOfMeetings.ToldDay(first) : KeysOfMeetings.ToldDays,
            to is { } last ? Keys.AfterKey(KeysOfMeetings.ToldDay(last)) : Keys.After(KeysOfMeetings.ToldDays),
            cancellationToken);
        return [.. rows.Select(row => row.Value)];
    }

    /// <summary>
    /// Writes records, what they were before, the sums and the lines of the record: all of it or nothing. One transaction, and one for each
    /// commune and day whose sums change.
    /// </summary>
    /// <returns>The version of the first; null where somebody else wrote meanwhile: read again and decide again.</returns>
    public async Task<Azure.ETag?> TryWriteAsync(IReadOnlyList<ToldWrite> writes, CancellationToken cancellationToken)
    {
        var told = writes.SelectMany(write => (ToldRecord?[])[write.Before?.Value, write.After]).OfType<ToldRecord>().ToList();
        var totals = await Task.WhenAll(told.Select(record => record.Told.Commune).Distinct()
            .Select(async commune => (Key: commune, Row: await TotalRowAsync(commune, cancellationToken))));
        var days = await Task.WhenAll(told.Select(record => record.Told.Day).Distinct()
            .Select(async day => (Key: day, Row: await DayRowAsync(day, cancellationToken))));
        var before = new ToldSums(
            ToldSums.Empty.Totals.SetItems(totals.Select(total => KeyValuePair.Create(total.Key, total.Row?.Value ?? new(total.Key)))),
            ToldSums.Empty.Days.SetItems(days.Select(day => KeyValuePair.Create(day.Key, day.Row?.Value ?? DayTally.Empty(day.Key)))));
        var after = writes.Aggregate(before, (sums, write) => sums.After(write.Before?.Value, write.After));

        var transaction = new Transaction(KeysOfMeetings.Told);
        foreach (var write in writes)
        {
            Add(transaction, write);
        }

        foreach (var (commune, row) in totals)
        {
            transaction.Save(row, KeysOfMeetings.ToldTotal(commune.Value), after.Totals[commune], MeetingsJson.Default.CommuneTally);
        }

        foreach (var (day, row) in days)
        {
            transaction.Save(row, KeysOfMeetings.ToldDay(day), after.Days[day], MeetingsJson.Default.DayTally);
        }

        return await transaction.CommitForTagsAsync(store.Meetings, cancellationToken) is [var first, ..] ? first : null;
    }

    /// <summary>
    /// Adds a line that was written beside what was told to the chained record, which lies in another table. Two transactions; where the
    /// program stops before them, <see cref="NoteLeftAsync"/> makes them.
    /// </summary>
    public async Task NoteAsync(HistoryEntry line, CancellationToken cancellationToken)
    {
        await store.RecordOnceAsync(line, cancellationToken);
        await new Transaction(KeysOfMeetings.Told).Delete(KeysOfMeetings.ToRecord(line.RowKey))
            .CommitAsync(store.Meetings, cancellationToken);
    }

    /// <summary>The same for the lines that were left. One transaction where none was.</summary>
    public async Task NoteLeftAsync(CancellationToken cancellationToken)
    {
        var left = await store.Meetings
            .StartingWithAsync(KeysOfMeetings.Told, KeysOfMeetings.ToRecords, StorageJson.Default.HistoryEntry, cancellationToken)
            .ToListAsync(cancellationToken);
        foreach (var line in left)
        {
            await NoteAsync(line.Value, cancellationToken);
        }
    }

    /// <summary>
    /// Puts the sums right where they are not what the records say. A transaction for each thousand records, and one for each sum that was
    /// wrong.
    /// </summary>
    /// <returns>How many sums were wrong.</returns>
    /// <exception cref="LostRaceException">Somebody wrote each time that a sum was to be put right: try again.</exception>
    public async Task<int> RebuildAsync(CancellationToken cancellationToken)
    {
        var mended = 0;
        await OptimisticRetry.RunAsync<bool>(
            async () => await TryRebuildAsync(() => mended++, cancellationToken) ? true : null, "the sums of meetings");
        return mended;
    }

    /// <summary>
    /// The sums are read before the records: one that somebody changes meanwhile has another version then, and is not written over.
    /// </summary>
    private async Task<bool> TryRebuildAsync(Action mended, CancellationToken cancellationToken)
    {
        var totals = await store.Meetings
            .StartingWithAsync(KeysOfMeetings.Told, KeysOfMeetings.ToldTotal(""), MeetingsJson.Default.CommuneTally, cancellationToken)
            .ToDictionaryAsync(row => row.RowKey, StringComparer.Ordinal, cancellationToken);
        var days = await store.Meetings
            .StartingWithAsync(KeysOfMeetings.Told, KeysOfMeetings.ToldDays, MeetingsJson.Default.DayTally, cancellationToken)
            .ToDictionaryAsync(row => row.RowKey, StringComparer.Ordinal, cancellationToken);
        var sums = ToldSums.Of(await AllAsync(cancellationToken).ToListAsync(cancellationToken));
        var right = (
            Totals: totals.Values.Select(row => row.Value.Commune).Union(sums.Totals.Keys)
                .Select(commune => (KeysOfMeetings.ToldTotal(commune.Value), sums.Totals.GetValueOrDefault(commune, new(commune)))),
            Days: days.Values.Select(row => row.Value.Day).Union(sums.Days.Keys)
                .Select(day => (KeysOfMeetings.ToldDay(day), sums.Days.GetValueOrDefault(day, DayTally.Empty(day)))));
        return await TryMendAsync(totals, right.Totals, MeetingsJson.Default.CommuneTally, mended, cancellationToken)
            && await TryMendAsync(days, right.Days, MeetingsJson.Default.DayTally, mended, cancellationToken);
    }

    private async Task<bool> TryMendAsync<T>(
        Dictionary<string, Row<T>> stored,
        IEnumerable<(string Key, T Right)> sums,
        JsonTypeInfo<T> type,
        Action mended,
        CancellationToken cancellationToken)
        where T : class, IEquatable<T>
    {
        foreach (var (key, right) in sums)
        {
            var row = stored.GetValueOrDefault(key);
            if (right.Equals(row?.Value))
            {
                continue;
            }

            if (!await new Transaction(KeysOfMeetings.Told).Save(row, key, right, type).CommitAsync(store.Meetings, cancellationToken))
            {
                return false;
            }

            mended();
        }

        return true;
    }

    private static void Add(Transaction transaction, ToldWrite write)
    {
        var (before, after, id) = (write.Before?.Value.Told, write.After, write.After.Id.Value);
        transaction.Save(write.Before, KeysOfMeetings.ToldId(id), after, MeetingsJson.Default.ToldRecord);
        if (before is not null && before.Day != after.Told.Day)
        {
            transaction.Delete(KeysOfMeetings.ToldOn(before.Day, id));
        }

        if (before is not null && (before.Day, before.Commune) != (after.Told.Day, after.Told.Commune))
        {
            transaction.Delete(KeysOfMeetings.ToldIn(before.Commune.Value, before.Day, id));
        }

        transaction
            .Put(KeysOfMeetings.ToldIn(after.Told.Commune.Value, after.Told.Day, id), after, MeetingsJson.Default.ToldRecord)
            .Put(KeysOfMeetings.ToldOn(after.Told.Day, id), after, MeetingsJson.Default.ToldRecord);
        if (write.Before is { } was && after.LastChange is { } step)
        {
            transaction.Insert(KeysOfMeetings.ToldWas(id, step.At), new ToldChange(was.Value, step), MeetingsJson.Default.ToldChange);
        }

        if (write.Line is { } line)
        {
            transaction.Put(KeysOfMeetings.ToRecord(line.RowKey), line, StorageJson.Default.HistoryEntry);
        }
    }

    private Task<Row<CommuneTally>?> TotalRowAsync(CommuneId commune, CancellationToken cancellationToken) =>
        store.Meetings.FindAsync(
            KeysOfMeetings.Told, KeysOfMeetings.ToldTotal(commune.Value), MeetingsJson.Default.CommuneTally, cancellationToken);

    private Task<Row<DayTally>?> DayRowAsync(DateOnly day, CancellationToken cancellationToken) =>
        store.Meetings.FindAsync(KeysOfMeetings.Told, KeysOfMeetings.ToldDay(day), MeetingsJson.Default.DayTally, cancellationToken);
}
