using Dissemination.Content;
using Dissemination.Reach.Summary;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Reach.Summary;

/// <summary>Copies of the program that keep summaries in memory, over one storage.</summary>
public sealed class SummaryMemoryTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SummaryStore Summaries => rooms.Get<SummaryStore>();

    [Fact]
    public async Task What_one_copy_of_the_program_writes_the_others_read_with_their_next_page()
    {
        using var one = new SummaryMemory(Summaries, rooms.Time);
        using var other = new SummaryMemory(Summaries, rooms.Time);
        var first = New("hai-ban-1");
        await SaveAsync(first);
        await one.ReadAsync(Cancellation);
        await other.ReadAsync(Cancellation);

        await SaveAsync(first with { Headline = "Đã sửa" });
        await SaveAsync(New("hai-ban-2"));

        foreach (var memory in (SummaryMemory[])[one, other])
        {
            var (items, transactions) = await CountedTransactions.OfAsync(() => memory.ReadAsync(Cancellation));
            Assert.Equal("Đã sửa", items.Single(item => item.Item == first.Item).Headline);
            Assert.Contains(items, item => item.Item.Value == "hai-ban-2");
            Assert.Equal(1, transactions);
        }
    }

    [Fact]
    public async Task What_is_in_memory_is_what_is_in_storage_however_writers_and_readers_come_together()
    {
        using var memory = new SummaryMemory(Summaries, rooms.Time);
        ItemSummary[] items = [.. Enumerable.Range(0, 8).Select(number => New($"cung-luc-{number}"))];
        await Task.WhenAll(items.Select(async (item, number) =>
        {
            for (var times = 0; times < 3; times++)
            {
                await SaveAsync(item with { Headline = $"Lần {times}" });
                await memory.ReadAsync(Cancellation);
            }
        }));

        var read = await memory.ReadAsync(Cancellation);
        foreach (var item in items)
        {
            Assert.Equal("Lần 2", read.Single(one => one.Item == item.Item).Headline);
            Assert.Equal("Lần 2", (await Summaries.FindAsync(item.Item, Cancellation))!.Headline);
        }
    }

    [Fact]
    public async Task Who_wrote_an_item_meanwhile_wins_and_who_wrote_another_is_no_hindrance()
    {
        var item = New("thang-thua");
        await SaveAsync(item);
        var read = await Summaries.PlaceAsync(item.Item, Cancellation);
        await SaveAsync(New("viec-khac"));

        Assert.True(await Summaries.TrySaveAsync(read, item with { Headline = "Một" }, Cancellation));
        Assert.False(await Summaries.TrySaveAsync(read, item with { Headline = "Hai" }, Cancellation));
        Assert.Equal("Một", (await Summaries.FindAsync(item.Item, Cancellation))!.Headline);
    }

    [Fact]
    public async Task Rows_that_were_lost_are_forgotten_and_a_table_that_is_another_one_is_read_anew()
    {
        using var memory = new SummaryMemory(Summaries, rooms.Time);
        await SaveAsync(New("mat-dong-1"));
        await SaveAsync(New("mat-dong-2"));
        await memory.ReadAsync(Cancellation);

        await ForgetAsync("mat-dong-1");
        await ForgetAsync("mat-dong-2");

        Assert.DoesNotContain(await memory.ReadAsync(Cancellation), item => item.Item.Value is "mat-dong-1" or "mat-dong-2");
    }

    private async Task SaveAsync(ItemSummary summary)
    {
        // As whoever counts does: what is replaced is read first, and all of it again where somebody else was quicker.
        while (!await Summaries.TrySaveAsync(await Summaries.PlaceAsync(summary.Item, Cancellation), summary, Cancellation))
        {
        }
    }

    private async Task ForgetAsync(string item)
    {
        var place = await Summaries.PlaceAsync(new(item), Cancellation);
        Assert.True(await new Transaction(KeysOfReach.Summaries)
            .Delete(KeysOfReach.Summary(place!.Value.Number))
            .Delete(place)
            .CommitAsync(rooms.Store.Reach, Cancellation));
    }

    private static ItemSummary New(string item) =>
        Summarizing.Of(new SimulatedMonth(3, items: 1, communes: 3).Inputs[0], new(), SimulatedMonth.Now) with { Item = new ItemId(item) };
}
