using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

/// <summary>What an item does when its date has come.</summary>
public sealed class ExpiryTests(AllChannels rooms) : IClassFixture<AllChannels>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_ends_as_expired_lists_are_clean_what_is_out_stays_and_the_record_says_when()
    {
        await WriteAsync("het-han", "Hết hạn", days: 2);
        await rooms.TickAsync();
        await rooms.LeaveAsync("het-han.1.vi", "facebook", delivery => delivery with { State = DeliveryState.Held, Reason = new("reason") });
        await rooms.LeaveAsync("het-han.1.vi", "xem-truoc", delivery => delivery with
        {
            State = DeliveryState.Retrying,
            RetryAt = rooms.Time.GetUtcNow().AddDays(30),
        });
        rooms.Time.Advance(TimeSpan.FromDays(1));
        await rooms.TickAsync();
        Assert.Equal(DeliveryState.Due, (await rooms.GetAsync("het-han.1.vi", "loa")).State);

        rooms.Time.Advance(TimeSpan.FromDays(2));
        await rooms.TickAsync();
        await rooms.TickAsync();

        foreach (var row in (string[])["loa", "nhom-ban", "facebook", "xem-truoc"])
        {
            var ended = await rooms.GetAsync("het-han.1.vi", row);
            Assert.Equal((DeliveryState.Expired, nameof(ProblemTexts.ItemExpired)), (ended.State, ended.Reason?.Code));
        }

        Assert.DoesNotContain(await rooms.HandTasksAsync(), task => task.Delivery.Version.Item.Value == "het-han");
        Assert.Equal((1, DeliveryState.Delivered), (rooms.OnTelegram("Hết hạn").Count, (await rooms.GetAsync("het-han.1.vi", "telegram")).State));
        Assert.Null(await rooms.FindAsync("het-han.1.vi", "telegram.remove"));

        // The program's own feed shows what its page shows.
        Assert.Equal(0, await rooms.InFeedAsync("Hết hạn"));
        Assert.Single(
            await rooms.Get<ItemReader>().HistoryAsync(new("het-han"), Cancellation).ToListAsync(Cancellation),
            line => line is { What: StopDispatcher.Expired, Who: HistoryEntry.System, Revision: 1 });
        Assert.Empty(await ExpiriesAsync("het-han"));
    }

    [Fact]
    public async Task A_reading_done_in_time_is_confirmed_afterwards_and_a_slip_is_taken_back()
    {
        await WriteAsync("doc-kip", "Đọc kịp", days: 1);
        await rooms.TickAsync();
        rooms.Time.Advance(TimeSpan.FromDays(3));
        await rooms.TickAsync();
        var task = (await rooms.Get<HandTaskPosts>().FindAsync(DeliveryId.Parse("doc-kip.1.vi.bung-lao.loa", null), Cancellation))!;
        Assert.Empty(task.Rendered.Parts);
        Assert.Equal([nameof(ProblemTexts.ItemExpired)], task.Notes.Select(note => note.Code));

        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(40), "doc-kip.1.vi", "loa")).IsDone);
        Assert.Equal((DeliveryState.Delivered, 40), await StandingAsync("doc-kip", "loa"));

        Assert.True((await rooms.ActAsync(new DeliveryCommand.TakeBack(), "doc-kip.1.vi", "loa")).IsDone);
        Assert.Equal((DeliveryState.Expired, null), await StandingAsync("doc-kip", "loa"));
        Assert.DoesNotContain(await rooms.HandTasksAsync(), open => open.Delivery.Version.Item.Value == "doc-kip");
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(40), "doc-kip.1.vi", "loa")).IsDone);

        // Nobody sends what has expired, whoever asks.
        Assert.Equal(
            nameof(ProblemTexts.ItemExpired),
            (await rooms.ActAsync(new DeliveryCommand.Retry(), "doc-kip.1.vi", "nhom-ban", "can-bo")).Problem?.Code);
    }

    [Fact]
    public async Task An_expiry_that_is_moved_is_acted_on_when_the_new_one_comes()
    {
        await WriteAsync("doi-han", "Dời hạn", days: 1);
        await rooms.TickAsync();
        await WriteAsync("doi-han", "Dời hạn", days: 9);
        await rooms.TickAsync();
        rooms.Time.Advance(TimeSpan.FromDays(4));
        await rooms.TickAsync();

        Assert.Equal(DeliveryState.Due, (await rooms.GetAsync("doi-han.2.vi", "loa")).State);
        Assert.DoesNotContain(
            await rooms.Get<ItemReader>().HistoryAsync(new("doi-han"), Cancellation).ToListAsync(Cancellation),
            line => line.What == StopDispatcher.Expired);

        rooms.Time.Advance(TimeSpan.FromDays(9));
        await rooms.TickAsync();
        Assert.Equal(DeliveryState.Expired, (await rooms.GetAsync("doi-han.2.vi", "loa")).State);
    }

    [Fact]
    public async Task Handed_in_again_with_a_later_date_it_goes_on_as_a_revision_of_what_stayed()
    {
        await WriteAsync("gia-han", "Gia hạn", days: 1);
        await rooms.TickAsync();
        var posted = rooms.OnTelegram("Gia hạn");
        rooms.Time.Advance(TimeSpan.FromDays(3));
        await rooms.TickAsync();
        Assert.Equal(0, await rooms.InFeedAsync("Gia hạn"));

        await WriteAsync("gia-han", "Gia hạn", days: 9);
        await rooms.TickAsync();

        Assert.Equal(posted, rooms.OnTelegram("Gia hạn"));
        Assert.Equal(1, await rooms.InFeedAsync("Gia hạn"));
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("gia-han.2.vi", "telegram")).State);
        Assert.Equal(DeliveryState.Due, (await rooms.GetAsync("gia-han.2.vi", "loa")).State);
        Assert.Equal(DeliveryState.Expired, (await rooms.GetAsync("gia-han.1.vi", "loa")).State);
    }

    [Fact]
    public async Task What_was_stored_before_expiries_were_acted_on_is_caught_up_with_once()
    {
        await WriteAsync("tu-truoc", "Từ trước", days: 1);
        await rooms.TickAsync();
        var item = (await rooms.Get<ItemReader>().FindAsync(new("tu-truoc"), Cancellation))!;
        var as0 = new Transaction(Keys.Editorial).Replace(item, item.Value with { ExpiryHandedOver = null }, ContentJson.Default.Item);
        foreach (var key in await ExpiriesAsync("tu-truoc"))
        {
            as0.Delete(key);
        }

        Assert.True(await as0.CommitAsync(rooms.Store.Editorial, Cancellation));
        rooms.Time.Advance(TimeSpan.FromDays(3));
        await rooms.TickAsync();
        Assert.Equal(DeliveryState.Due, (await rooms.GetAsync("tu-truoc.1.vi", "loa")).State);

        await rooms.Get<ExpiryCatchUp>().CatchUpAsync(Cancellation);
        await rooms.TickAsync();
        Assert.Equal(DeliveryState.Expired, (await rooms.GetAsync("tu-truoc.1.vi", "loa")).State);

        Assert.Null(await CaughtUpAsync());
        await rooms.Get<ExpiryCatchUp>().CatchUpAsync(Cancellation);
        Assert.Empty(await ExpiriesAsync("tu-truoc"));

        // From then on no item is read for it any more.
        Assert.NotNull(await CaughtUpAsync());
        await rooms.Get<ExpiryCatchUp>().CatchUpAsync(Cancellation);
        Assert.Equal(0, await CountedTransactions.OfAsync(() => rooms.Get<ExpiryCatchUp>().CatchUpAsync(Cancellation)));

        async Task<Row<ExpiriesCaughtUp>?> CaughtUpAsync() => await rooms.Store.Editorial.FindAsync(
            Keys.Editorial, Keys.ExpiriesCaughtUp, DeliveriesJson.Default.ExpiriesCaughtUp, Cancellation);
    }

    [Fact]
    public async Task An_article_whose_time_is_moved_into_the_future_stays_where_it_is_out_and_waits_where_it_is_not()
    {
        await rooms.WriteAsync("doi-gio", "Dời giờ");
        await rooms.TickAsync();
        var posted = rooms.OnTelegram("Dời giờ");
        var later = LocalTime.DayOf(rooms.Time.GetUtcNow().AddDays(2)).ToString("yyyy-MM-dd", null);

        await rooms.WriteAsync("doi-gio", "Dời giờ", $"communes: [bung-lao]\npublishAt: {later} 08:00");
        await rooms.TickAsync();

        Assert.Equal((posted[0], 1), (Assert.Single(rooms.OnTelegram("Dời giờ")), await rooms.InFeedAsync("Dời giờ")));
        Assert.NotNull(await rooms.Get<PublicVersionReader>().FindAsync(
            new("doi-gio"), Dissemination.Directory.LanguageTag.Vietnamese, null, Cancellation));
        Assert.DoesNotContain(await rooms.HandTasksAsync(), task => task.Delivery.Version.Item.Value == "doi-gio");

        rooms.Time.Advance(TimeSpan.FromDays(3));
        await rooms.TickAsync();
        Assert.Equal(posted, rooms.OnTelegram("Dời giờ"));
        Assert.Equal(DeliveryState.Due, (await rooms.GetAsync("doi-gio.2.vi", "loa")).State);
    }

    private Task WriteAsync(string item, string title, int days)
    {
        var until = LocalTime.DayOf(rooms.Time.GetUtcNow().AddDays(days)).ToString("yyyy-MM-dd", null);
        return rooms.WriteAsync(item, title, $"communes: [bung-lao]\nexpiresAt: {until}");
    }

    private async Task<(DeliveryState State, int? Attendance)> StandingAsync(string item, string row) =>
        await rooms.GetAsync($"{item}.1.vi", row) is var delivery ? (delivery.State, delivery.Attendance) : default;

    /// <summary>The rows that wait for an item's expiry.</summary>
    private async Task<List<string>> ExpiriesAsync(string item) =>
        await rooms.Store.Editorial
            .QueryAsync<TableEntity>(TableReading.Prefix(Keys.Editorial, Keys.StopDuePrefix), cancellationToken: Cancellation)
            .Select(entity => entity.RowKey)
            .Where(key => key.EndsWith($".{item}", StringComparison.Ordinal))
            .ToListAsync(Cancellation);
}
