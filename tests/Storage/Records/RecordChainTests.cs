using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Dissemination.Storage;
using Dissemination.Storage.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Storage.Records;

/// <summary>
/// The record's chain over real storage: what is recorded comes into it once, and what is done to it behind its back is found.
/// </summary>
public sealed class RecordChainTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private static readonly DateOnly FirstDay = new(2026, 11, 23);

    private readonly DateTimeOffset _start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TableClient Chain => storage.Store.Record;

    private BlobContainerClient Ends => storage.Store.Container(Containers.RecordEnds);

    public async ValueTask InitializeAsync() => await storage.EmptyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_recorded_comes_into_the_chain_once_and_in_its_order()
    {
        await RecordAsync(0, 150);
        await ChainAsync();
        await ChainAsync();

        var lines = await LinesAsync();
        Assert.Equal(Enumerable.Range(1, 150).Reverse(), lines.Select(line => (int)line.Number));
        Assert.Equal(Enumerable.Range(0, 150).Reverse().Select(number => $"bai-{number:D4}"), lines.Select(line => line.Entry.Subject));
        Assert.True((await CheckAsync()).IsWhole);
    }

    [Fact]
    public async Task Many_copies_of_the_program_add_each_line_once()
    {
        await RecordAsync(0, 250);
        var copies = Enumerable.Range(0, 4).Select(_ => storage.Build()).ToList();

        await Task.WhenAll(copies.Select(copy => copy.GetRequiredService<RecordChainer>().ChainAsync(Cancellation)));
        await ChainAsync();

        Assert.Equal(250, (await LinesAsync()).Select(line => line.Entry.Subject).Distinct().Count());
        Assert.Equal(250, (await LinesAsync()).Count);
        Assert.True((await CheckAsync()).IsWhole);
        copies.ForEach(copy => copy.Dispose());
    }

    /// <summary>Killed after the line was added and before what waited was taken away.</summary>
    [Fact]
    public async Task What_was_chained_and_still_waits_is_not_chained_again()
    {
        await RecordAsync(0, 3);
        var waiting = await WaitingAsync();
        await ChainAsync();
        foreach (var row in waiting)
        {
            await storage.Store.Editorial.UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation);
        }

        await Ends.DeleteBlobAsync(KeysOfRecords.NotesBlob(FirstDay, 0), cancellationToken: Cancellation);
        await RecordAsync(3, 2);
        await ChainAsync();

        Assert.Equal(5, (await LinesAsync()).Count);
        Assert.Equal([3, 5], await NotedAsync(KeysOfRecords.NotesBlob(FirstDay, 0)));
        Assert.Empty(await WaitingAsync());
        Assert.True((await CheckAsync()).IsWhole);
    }

    /// <summary>As whoever comes next does, lest a crash has lost the line of the one before.</summary>
    [Fact]
    public async Task A_line_that_is_seen_to_again_after_it_was_chained_is_in_the_chain_once()
    {
        var line = new HistoryEntry("glossary", _start, "can-bo", "glossary-replaced");
        for (var time = 0; time < 2; time++)
        {
            await storage.Store.RecordOnceAsync(line, Cancellation);
            await ChainAsync();
        }

        Assert.Equal([line], (await LinesAsync()).Select(chained => chained.Entry));
        Assert.True((await CheckAsync()).IsWhole);
    }

    [Fact]
    public async Task The_end_of_each_day_that_is_over_is_kept_apart_and_so_is_each_end_of_today()
    {
        await ThreeDaysAsync();
        await RecordAsync(7, 1, _start.AddDays(2));
        await ChainAsync();

        var ends = await Ends.GetBlobsAsync(cancellationToken: Cancellation).Select(blob => blob.Name).ToListAsync(Cancellation);
        Assert.Equal(["2026-11-23.json", "2026-11-24.json", "2026-11-25.0.jsonl"], ends);
        Assert.Equal([7, 8], await NotedAsync("2026-11-25.0.jsonl"));
    }

    /// <summary>By whoever may write every table, and the head with it: no day is over yet.</summary>
    [Fact]
    public async Task A_tail_of_today_that_was_cut_off_with_the_head_is_found_by_the_ends_that_were_noted()
    {
        await RecordAsync(0, 2);
        await ChainAsync();
        await RecordAsync(2, 2);
        await ChainAsync();
        await CutBehindAsync(2);

        await AssertFoundAsync(new RecordFault(RecordFaultKind.Missing, FirstDay, 3) { Upto = 4 });
    }

    [Fact]
    public async Task A_chain_of_today_that_went_on_after_it_was_cut_is_found_by_the_ends_that_were_noted()
    {
        await RecordAsync(0, 2);
        await ChainAsync();
        await RecordAsync(2, 2);
        await ChainAsync();
        await CutBehindAsync(2);
        await RecordAsync(4, 3);
        await ChainAsync();

        await AssertFoundAsync(new RecordFault(RecordFaultKind.EndDiffers, FirstDay, 4));
    }

    [Fact]
    public async Task A_chain_of_today_of_which_nothing_is_left_is_found_by_the_ends_that_were_noted()
    {
        await RecordAsync(0, 2);
        await ChainAsync();
        await CutBehindAsync(0);

        await AssertFoundAsync(new RecordFault(RecordFaultKind.Missing, FirstDay, 1) { Upto = 2 });
    }

    /// <summary>What a back-up brings back is written as a whole, and nothing can be appended to it.</summary>
    [Fact]
    public async Task Where_a_back_up_was_brought_back_the_ends_go_on_being_noted_beside_it()
    {
        await RecordAsync(0, 1);
        await ChainAsync();
        var noted = Ends.GetBlobClient(KeysOfRecords.NotesBlob(FirstDay, 0));
        var content = (await noted.DownloadContentAsync(Cancellation)).Value.Content;
        await noted.DeleteAsync(cancellationToken: Cancellation);
        await noted.UploadAsync(content, Cancellation);
        await RecordAsync(1, 1);
        await ChainAsync();
        await RecordAsync(2, 1);
        await ChainAsync();

        Assert.Equal([1], await NotedAsync(KeysOfRecords.NotesBlob(FirstDay, 0)));
        Assert.Equal([2, 3], await NotedAsync(KeysOfRecords.NotesBlob(FirstDay, 1)));
        Assert.True((await CheckAsync()).IsWhole);
    }

    [Fact]
    public async Task A_changed_line_is_found_with_its_day_and_place()
    {
        await ThreeDaysAsync();
        await ChangeAsync(
            new(2026, 11, 24), 4, line => line with { Text = line.Text.Replace("lanh-dao", "can-bo", StringComparison.Ordinal) });

        await AssertFoundAsync(new RecordFault(RecordFaultKind.Changed, new(2026, 11, 24), 4));
    }

    [Fact]
    public async Task A_line_that_was_changed_with_its_hash_is_found()
    {
        await ThreeDaysAsync();
        await ChangeAsync(new(2026, 11, 24), 4, Forged);

        await AssertFoundAsync(new RecordFault(RecordFaultKind.Changed, new(2026, 11, 24), 4));
    }

    [Fact]
    public async Task A_removed_line_is_found_with_its_day_and_place()
    {
        await ThreeDaysAsync();
        await RemoveAsync(FirstDay, 2);

        await AssertFoundAsync(new RecordFault(RecordFaultKind.Missing, FirstDay, 2) { Upto = 2 });
    }

    [Fact]
    public async Task Lines_that_changed_places_are_found()
    {
        await ThreeDaysAsync();
        var (one, other) = (await FindAsync(FirstDay, 1), await FindAsync(FirstDay, 2));
        await PutAsync(KeysOfRecords.Line(FirstDay, 1), other);
        await PutAsync(KeysOfRecords.Line(FirstDay, 2), one);

        var verdict = await CheckAsync();
        Assert.Contains(new(RecordFaultKind.OutOfPlace, FirstDay, 1), verdict.Faults);
        Assert.Contains(new(RecordFaultKind.OutOfPlace, FirstDay, 2), verdict.Faults);
    }

    [Fact]
    public async Task A_removed_day_and_a_cut_tail_are_found_by_the_ends_that_are_kept_apart()
    {
        await ThreeDaysAsync();
        await RemoveAsync(new(2026, 11, 25), 7);
        await RemoveAsync(new(2026, 11, 25), 6);
        await RemoveAsync(new(2026, 11, 25), 5);

        await AssertFoundAsync(new RecordFault(RecordFaultKind.Missing, new(2026, 11, 25), 5) { Upto = 7 });
    }

    /// <summary>By whoever may write everything in the tables: every hash and the head are made anew.</summary>
    [Fact]
    public async Task A_chain_that_was_made_anew_is_found_by_the_ends_that_are_kept_apart()
    {
        await ThreeDaysAsync();
        await ForgeAsync();

        var verdict = await CheckAsync();
        Assert.Contains(new(RecordFaultKind.EndDiffers, FirstDay, 3), verdict.Faults);
        Assert.Contains(new(RecordFaultKind.EndDiffers, new(2026, 11, 25), 7), verdict.Faults);
    }

    /// <summary>Storage forbids to change them, and not to lay others beside them.</summary>
    [Fact]
    public async Task An_end_laid_beside_those_that_are_kept_hides_nothing_and_is_found_itself()
    {
        await ThreeDaysAsync();
        await ForgeAsync();
        var forged = (await FindAsync(FirstDay, 3)).End;
        await Ends.UploadBlobAsync(
            "2026-11-23x.json", new BinaryData(ReadableJson.Write(forged, StorageJson.Default.RecordEnd)), Cancellation);
        await Ends.UploadBlobAsync("note.txt", BinaryData.FromString("no end at all"), Cancellation);

        var verdict = await CheckAsync();
        Assert.Contains(new(RecordFaultKind.EndDiffers, FirstDay, 3), verdict.Faults);
        Assert.Equal(
            ["2026-11-23x.json", "note.txt"],
            verdict.Faults.Where(fault => fault.Kind is RecordFaultKind.EndUnknown).Select(fault => fault.Key));
    }

    [Fact]
    public async Task A_noted_end_that_is_none_is_found()
    {
        await ThreeDaysAsync();
        var blob = KeysOfRecords.NotesBlob(new(2026, 11, 25), 0);
        await using var none = BinaryData.FromString("{}\n").ToStream();
        await Ends.GetAppendBlobClient(blob).AppendBlockAsync(none, options: null, Cancellation);

        var verdict = await CheckAsync();
        Assert.Equal((RecordFaultKind.EndUnknown, blob), (verdict.Faults.Single().Kind, verdict.Faults.Single().Key));
    }

    [Theory]
    [InlineData("Who")]
    [InlineData("What")]
    [InlineData("Subject")]
    public async Task A_line_that_the_search_would_miss_is_found(string column)
    {
        await ThreeDaysAsync();
        var row = (await Chain.GetEntityAsync<TableEntity>(
            KeysOfRecords.Chain, KeysOfRecords.Line(FirstDay, 2), cancellationToken: Cancellation)).Value;
        row[column] = "khac";
        await Chain.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Cancellation);

        await AssertFoundAsync(new RecordFault(RecordFaultKind.Changed, FirstDay, 2));
    }

    [Fact]
    public async Task What_people_see_beside_an_item_is_held_against_the_chain()
    {
        await ThreeDaysAsync();
        var rows = await storage.Store.Editorial.QueryAsync<TableEntity>(
            TableReading.Prefix(Keys.Editorial, KeysOfRecords.HistoryPrefix), cancellationToken: Cancellation).ToListAsync(Cancellation);
        await storage.Store.Editorial.DeleteEntityAsync(rows[0], cancellationToken: Cancellation);
        rows[1]["Json"] = rows[1].GetString("Json").Replace("lanh-dao", "can-bo", StringComparison.Ordinal);
        await storage.Store.Editorial.UpdateEntityAsync(rows[1], ETag.All, TableUpdateMode.Replace, Cancellation);
        rows[2].RowKey = rows[2].RowKey.Replace("bai-", "khac-", StringComparison.Ordinal);
        await storage.Store.Editorial.AddEntityAsync(rows[2], Cancellation);

        var verdict = await CheckAsync();
        Assert.Equal(
            [RecordFaultKind.SeenChanged, RecordFaultKind.SeenMissing, RecordFaultKind.SeenUnknown],
            verdict.Faults.Select(fault => fault.Kind).Order());
        Assert.All(verdict.Faults, fault => Assert.NotNull(fault.Key));
    }

    [Fact]
    public async Task An_end_of_a_day_that_was_taken_away_is_found()
    {
        await ThreeDaysAsync();
        await Ends.DeleteBlobAsync("2026-11-23.json", cancellationToken: Cancellation);

        await AssertFoundAsync(new RecordFault(RecordFaultKind.EndMissing, FirstDay, 3));
    }

    [Fact]
    public async Task It_is_looked_for_by_person_act_item_and_day()
    {
        await ThreeDaysAsync();
        var whole = new RecordQuery(FirstDay, new(2026, 11, 25));

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], await FoundAsync(whole));
        Assert.Equal([4], await FoundAsync(whole with { From = new(2026, 11, 24), To = new(2026, 11, 24) }));
        Assert.Equal([3], await FoundAsync(whole with { Subject = "bai-0002" }));
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], await FoundAsync(whole with { Who = "lanh-dao" }));
        Assert.Empty(await FoundAsync(whole with { What = "withdrawn" }));
        var page = await storage.Get<RecordReader>().PageAsync(whole, null, 3, Cancellation);
        Assert.Equal(3, page.Rows.Count);
        Assert.Equal(
            [4, 3, 2],
            (await storage.Get<RecordReader>().PageAsync(whole, page.Next, 3, Cancellation)).Rows.Select(row => row.Value.Number));
    }

    /// <summary>Three, one and three lines of three days.</summary>
    private async Task ThreeDaysAsync()
    {
        var first = storage.Time.GetUtcNow() < _start.AddDays(2) ? _start.AddDays(2) : storage.Time.GetUtcNow();
        storage.Time.SetUtcNow(first);
        await RecordAsync(0, 3, _start);
        await RecordAsync(3, 1, _start.AddDays(1));
        await RecordAsync(4, 3, _start.AddDays(2));
        await ChainAsync();
        Assert.True((await CheckAsync()).IsWhole);
    }

    private async Task RecordAsync(int from, int count, DateTimeOffset? at = null)
    {
        foreach (var chunk in Enumerable.Range(from, count).Chunk(50))
        {
            var transaction = new Transaction(Keys.Editorial);
            foreach (var number in chunk)
            {
                transaction.Record(new(
                    string.Create(CultureInfo.InvariantCulture, $"bai-{number:D4}"),
                    (at ?? _start).AddTicks(number),
                    "lanh-dao",
                    "approved",
                    1));
            }

            Assert.True(await transaction.CommitAsync(storage.Store.Editorial, Cancellation));
        }
    }

    private Task ChainAsync() => storage.Get<RecordChainer>().ChainAsync(Cancellation);

    private Task<RecordVerdict> CheckAsync() => storage.Get<RecordCheck>().RunAsync(Cancellation);

    private async Task AssertFoundAsync(RecordFault fault)
    {
        var verdict = await CheckAsync();
        Assert.False(verdict.IsWhole);
        Assert.Contains(fault, verdict.Faults);
    }

    private async Task<List<Row<RecordLine>>> RowsAsync() =>
        await Chain.StartingWithAsync(KeysOfRecords.Chain, KeysOfRecords.LinePrefix, StorageJson.Default.RecordLine, Cancellation)
            .ToListAsync(Cancellation);

    private async Task<List<RecordLine>> LinesAsync() => (await RowsAsync()).ConvertAll(row => row.Value);

    private async Task<List<TableEntity>> WaitingAsync() =>
        await storage.Store.Editorial.QueryAsync<TableEntity>(
            TableReading.Prefix(Keys.Editorial, KeysOfRecords.UnchainedPrefix), cancellationToken: Cancellation).ToListAsync(Cancellation);

    private async Task<RecordLine> FindAsync(DateOnly day, long number) =>
        (await Chain.FindAsync(KeysOfRecords.Chain, KeysOfRecords.Line(day, number), StorageJson.Default.RecordLine, Cancellation))!.Value;

    private Task<bool> PutAsync(string key, RecordLine line) =>
        new Transaction(KeysOfRecords.Chain).Put(key, line, StorageJson.Default.RecordLine).CommitAsync(Chain, Cancellation);

    private async Task ChangeAsync(DateOnly day, long number, Func<RecordLine, RecordLine> change) =>
        await PutAsync(KeysOfRecords.Line(day, number), change(await FindAsync(day, number)));

    private Task<Azure.Response> RemoveAsync(DateOnly day, long number) =>
        Chain.DeleteEntityAsync(KeysOfRecords.Chain, KeysOfRecords.Line(day, number), cancellationToken: Cancellation);

    /// <summary>Takes away the newest lines, what people see of them beside the items, and every trace in the head.</summary>
    private async Task CutBehindAsync(long number)
    {
        foreach (var row in (await RowsAsync()).Where(row => row.Value.Number > number))
        {
            await Chain.DeleteEntityAsync(KeysOfRecords.Chain, row.RowKey, cancellationToken: Cancellation);
            await storage.Store.Editorial.DeleteEntityAsync(Keys.Editorial, row.Value.Entry.RowKey, cancellationToken: Cancellation);
        }

        if (number == 0)
        {
            await Chain.DeleteEntityAsync(KeysOfRecords.Chain, KeysOfRecords.Head, cancellationToken: Cancellation);
            return;
        }

        RecordHead head = new((await FindAsync(FirstDay, number)).End, [], []);
        await new Transaction(KeysOfRecords.Chain).Put(KeysOfRecords.Head, head, StorageJson.Default.RecordHead)
            .CommitAsync(Chain, Cancellation);
    }

    /// <summary>The numbers of the lines that were noted as ends.</summary>
    private async Task<List<long>> NotedAsync(string blob)
    {
        var content = (await Ends.GetBlobClient(blob).DownloadContentAsync(Cancellation)).Value.Content.ToString();
        return [.. content.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => RecordEnd.Find(System.Text.Encoding.UTF8.GetBytes(line))!.Number)];
    }

    private static RecordLine Forged(RecordLine line)
    {
        var text = line.Text.Replace("lanh-dao", "can-bo", StringComparison.Ordinal);
        return line with { Text = text, Hash = RecordDecisions.HashOf(line.Number, line.Day, line.Before, text) };
    }

    /// <summary>Makes every line anew, with another name in the second.</summary>
    private async Task ForgeAsync()
    {
        RecordLine? last = null;
        foreach (var row in (await RowsAsync()).OrderBy(row => row.Value.Number))
        {
            var entry = row.Value.Number == 2 ? row.Value.Entry with { Who = "can-bo" } : row.Value.Entry;
            last = RecordDecisions.Next(last?.End, entry, row.Value.Day);
            await PutAsync(row.RowKey, last);
        }
    }

    private async Task<List<long>> FoundAsync(RecordQuery query) =>
        await storage.Get<RecordReader>().AllAsync(query, Cancellation).Select(line => line.Number).ToListAsync(Cancellation);
}
