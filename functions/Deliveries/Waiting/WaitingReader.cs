using Azure.Data.Tables;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.Extensions.Options;

namespace Dissemination.Deliveries.Waiting;

/// <summary>
/// The lists of what waits for a commune, the oldest first. What waits for one that became part of it is the commune's too; its rows are
/// read by themselves, so each costs the same once more.
/// </summary>
internal sealed class WaitingReader(
    Store store, DirectoryStore directories, TimeProvider time, IOptions<HandTaskOptions> options)
{
    /// <summary>The most rows that are counted.</summary>
    public const int MostCounted = 1_000;

    private DateTimeOffset LateBefore => options.Value.LateBefore(time.GetUtcNow());

    /// <summary>
    /// A page of a commune's open hand tasks. Two transactions. A page may hold fewer than its size and still not be the last.
    /// </summary>
    /// <exception cref="BadPageTokenException">The token is not one of this list.</exception>
    public Task<Page<WorklistEntry>> HandTasksAsync(CommuneId commune, string? continuation, CancellationToken cancellationToken) =>
        PageAsync(Keys.HandTasks, commune, continuation, cancellationToken);

    /// <summary>The same of the posts that wait for a commune's confirmation.</summary>
    public Task<Page<WorklistEntry>> HeldAsync(CommuneId commune, string? continuation, CancellationToken cancellationToken) =>
        PageAsync(Keys.Held, commune, continuation, cancellationToken);

    /// <summary>A commune's open hand tasks, counted. One transaction.</summary>
    public async Task<HandTaskList> CountHandTasksAsync(CommuneId commune, CancellationToken cancellationToken) =>
        new(await CountAsync(Keys.HandTasks, commune, cancellationToken), LateBefore)
        {
            SoonBefore = options.Value.SoonBefore(time.GetUtcNow()),
            LateAfter = options.Value.LateAfter,
        };

    /// <summary>The posts that wait for a commune's confirmation, counted. One transaction.</summary>
    public Task<WaitingHeads> CountHeldAsync(CommuneId commune, CancellationToken cancellationToken) =>
        CountAsync(Keys.Held, commune, cancellationToken);

    /// <summary>
    /// A page of the hand tasks that are wanted, out of those that were counted. One transaction; one more behind what was counted, and up
    /// to three where not all are wanted.
    /// </summary>
    /// <exception cref="BadPageTokenException">The token is not one of this list.</exception>
    public async Task<Page<WorklistEntry>> HandTasksAsync(
        CommuneId commune, HandTaskList counted, WaitingFilter wanted, string? continuation, CancellationToken cancellationToken)
    {
        var list = new ListOf(Keys.HandTasks, commune);
        var after = PageToken.Open(store.Worklist.Name, list.Name, continuation);
        var heads = counted.Heads is { AndMore: true, Rows: [.., var last] } && after is not null && !WaitingPosition.IsBefore(after, last)
            ? await HeadsAsync(list, after, MostCounted, cancellationToken)
            : counted.Heads;
        return await PageAsync(list, heads, wanted, after, cancellationToken);
    }

    /// <summary>
    /// The hand tasks that are late, by the commune that answers for them: how many, and since when the oldest waits. One transaction for
    /// each thousand rows of the list.
    /// </summary>
    public async Task<IReadOnlyDictionary<CommuneId, LateTasks>> LateAsync(CancellationToken cancellationToken)
    {
        var before = LateBefore;
        return (await SinceAsync(before, cancellationToken)).ToDictionary(
            commune => commune.Key, commune => ReminderDecisions.Between(commune.Value, DateTimeOffset.MinValue, before)!);
    }

    /// <summary>Since when how many hand tasks wait, by the commune that answers for them. The same cost.</summary>
    /// <param name="before">Those that came before.</param>
    public async Task<IReadOnlyDictionary<CommuneId, IReadOnlyList<LateTasks>>> SinceAsync(
        DateTimeOffset before, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        return await store.Worklist
            .HeadsAsync(
                TableReading.Partitions(Keys.WaitingPartitions(Keys.HandTasks)), DeliveriesJson.Default.WaitingHead, cancellationToken)
            .Select(row => row.Value)
            .Where(head => head.Since < before && head.All > 0)
            .GroupBy(head => directory.Successor(head.Commune), head => new LateTasks(head.All, head.Since))
            .ToDictionaryAsync(
                commune => commune.Key, commune => (IReadOnlyList<LateTasks>)[.. commune], cancellationToken: cancellationToken);
    }

    private Task<WaitingHeads> CountAsync(string list, CommuneId commune, CancellationToken cancellationToken) =>
        HeadsAsync(new(list, commune), after: null, MostCounted, cancellationToken);

    private async Task<Page<WorklistEntry>> PageAsync(
        string kind, CommuneId commune, string? continuation, CancellationToken cancellationToken)
    {
        var list = new ListOf(kind, commune);
        var after = PageToken.Open(store.Worklist.Name, list.Name, continuation);
        var heads = await HeadsAsync(list, after, WaitingPage.Size + 1, cancellationToken);
        return await PageAsync(list, heads, WaitingFilter.All, after, cancellationToken);
    }

    private async Task<Page<WorklistEntry>> PageAsync(
        ListOf list, WaitingHeads heads, WaitingFilter wanted, string? after, CancellationToken cancellationToken)
    {
        var (picked, end) = WaitingPage.Pick(heads, wanted, after);
        List<Row<WaitingRow>> rows = [];
        foreach (var filter in picked.GroupBy(head => head.Value.Commune).SelectMany(commune => Filters(wanted, [.. commune])))
        {
            rows.AddRange(await store.Worklist.WhereAsync(filter, DeliveriesJson.Default.WaitingRow, cancellationToken)
                .ToListAsync(cancellationToken));
        }

        var (entries, next) = WaitingPage.Of(rows, wanted, after, end);
        return new(entries, PageToken.Seal(store.Worklist.Name, list.Name, next));
    }

    /// <summary>What finds the rows of one commune: all between the first and the last, or these alone.</summary>
    private static IEnumerable<string> Filters(WaitingFilter wanted, Row<WaitingHead>[] rows) =>
        from part in wanted == WaitingFilter.All ? [rows] : rows.Chunk(WaitingPage.MostNamed)
        let range = TableReading.Range(part[0].PartitionKey, part[0].RowKey, Keys.AfterKey(part[^1].RowKey))
        select wanted == WaitingFilter.All
            ? range
            : $"{range} and ({string.Join(" or ", part.Select(row => TableClient.CreateQueryFilter($"RowKey eq {row.RowKey}")))})";

    /// <param name="most">How many rows of each commune.</param>
    private async Task<WaitingHeads> HeadsAsync(ListOf list, string? after, int most, CancellationToken cancellationToken)
    {
        List<(IReadOnlyList<Row<WaitingHead>>, bool)> read = [];
        foreach (var commune in (await directories.CurrentAsync(cancellationToken)).FamilyOf(list.Commune))
        {
            var filter = TableReading.Range(
                Keys.WaitingPartition(list.Kind, commune.Value),
                WaitingPosition.KeyFrom(after, commune),
                Keys.After(Keys.WaitingIn(commune.Value)));
            read.Add(await store.Worklist.HeadsAsync(filter, most, DeliveriesJson.Default.WaitingHead, cancellationToken));
        }

        return WaitingHeads.Of(read);
    }

    /// <summary>A commune's list, and what binds the tokens of its pages to it.</summary>
    private readonly record struct ListOf(string Kind, CommuneId Commune)
    {
        public string Name => $"{Kind} {Commune}";
    }
}
