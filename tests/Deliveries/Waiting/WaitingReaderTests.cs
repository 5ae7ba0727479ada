using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Waiting;

/// <summary>What waits is read a page at a time, with as few transactions whatever is in storage.</summary>
public sealed class WaitingReaderTests(WaitingReaderTests.MonthOpen rooms) : IClassFixture<WaitingReaderTests.MonthOpen>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static CommuneId Ward { get; } = new(MonthOpen.Ward);

    private WaitingReader Lists => rooms.Get<WaitingReader>();

    [Fact]
    public async Task A_ward_where_a_whole_month_is_open_is_counted_by_one_transaction_and_a_page_is_one_more()
    {
        var (board, counted) = await CountedTransactions.OfAsync(() => Lists.CountHandTasksAsync(Ward, Cancellation));
        Assert.InRange(counted, 1, 2); // the directory, once in three seconds
        Assert.Equal((MonthOpen.Items * 101, false), (board.Open, board.Heads.AndMore));
        Assert.Equal(
            [(ChannelKind.VillageGroup, MonthOpen.Items * 100), (ChannelKind.Loudspeaker, MonthOpen.Items)], board.Channels);

        WaitingFilter[] filters =
        [
            WaitingFilter.All, new(VersionId.Parse("tin-300.1.vi", null)), new(Channel: ChannelKind.Loudspeaker),
            new(VersionId.Parse("tin-449.1.vi", null), ChannelKind.VillageGroup),
        ];
        foreach (var wanted in filters)
        {
            var (page, read) = await CountedTransactions.OfAsync(
                () => Lists.HandTasksAsync(Ward, board, wanted, continuation: null, Cancellation));
            Assert.InRange(read, 1, 4);
            Assert.NotEmpty(page.Rows);
            Assert.All(page.Rows, row => Assert.True(wanted.Takes(row.Value)));
        }
    }

    [Fact]
    public async Task Page_by_page_everything_is_shown_once_the_oldest_first_though_what_was_shown_is_done_meanwhile()
    {
        const string Commune = "lan-luot";
        Delivery[] tasks =
        [
            .. Enumerable.Range(0, 40).SelectMany(
                hour => Waits.Many($"luot-{40 - hour:D2}.1.vi", Commune, hour % 7 + 1, Waits.Since.AddHours(hour))),
            .. Waits.Many("nhieu-noi.1.vi", Commune, 250, Waits.Since.AddHours(20)),
        ];
        await rooms.Store.AddToWorklistAsync(tasks, Waits.Entry, Cancellation);

        List<WorklistEntry> shown = [];
        for (string? next = null, previous = ""; previous is not null; previous = next)
        {
            var page = await Lists.HandTasksAsync(new(Commune), next, Cancellation);
            Assert.InRange(page.Rows.Count, 0, WaitingPage.Size);
            shown.AddRange(page.Rows.Select(row => row.Value));
            var done = page.Rows.Where((_, place) => place % 2 == 0).Select(row => row.Value.Delivery).ToHashSet();
            await rooms.Store.RemoveFromWorklistAsync(tasks.Where(task => done.Contains(task.Id)), Cancellation);
            next = page.Next;
        }

        Assert.Equal(
            tasks.Select(task => task.Id.ToString()).Order(StringComparer.Ordinal),
            shown.Select(entry => entry.Delivery.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(shown.Select(entry => entry.Since).Order(), shown.Select(entry => entry.Since));
    }

    [Theory]
    [InlineData(null, nameof(ChannelKind.Loudspeaker))]
    [InlineData("loc-07.1.vi", null)]
    [InlineData("loc-09.1.vi", nameof(ChannelKind.Loudspeaker))]
    [InlineData("khong-co.1.vi", null)]
    public async Task What_is_asked_for_is_found_page_by_page_and_nothing_else(string? version, string? channel)
    {
        const string Commune = "loc";
        Delivery[] tasks =
        [
            .. Enumerable.Range(0, 60).SelectMany(
                hour => Waits.Many($"loc-{hour:D2}.1.vi", Commune, 8, Waits.Since.AddHours(hour)).Append(
                    Waits.For($"loc-{hour:D2}.1.vi.{Commune}.loa", Waits.Since.AddHours(hour), ChannelKind.Loudspeaker))),
            .. Waits.Many("xen-giua.1.vi", Commune, 120, Waits.Since.AddHours(7)),
        ];
        await rooms.Store.AddToWorklistAsync(tasks, Waits.Entry, Cancellation);
        var wanted = new WaitingFilter(
            version is null ? null : VersionId.Parse(version, null), channel is null ? null : Enum.Parse<ChannelKind>(channel));

        var board = await Lists.CountHandTasksAsync(new(Commune), Cancellation);
        var found = await WholeLists.AllAsync(next => Lists.HandTasksAsync(new(Commune), board, wanted, next, Cancellation));

        Assert.Equal(
            tasks.Select(Waits.Entry).Where(wanted.Takes).Select(entry => entry.Delivery.ToString()).Order(StringComparer.Ordinal),
            found.Select(entry => entry.Delivery.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Behind_what_is_counted_the_pages_go_on()
    {
        const string Commune = "qua-nghin";
        Delivery[] tasks =
        [
            .. Enumerable.Range(0, WaitingReader.MostCounted + 150)
                .Select(hour => Waits.For($"nghin-{hour:D4}.1.vi.{Commune}.loa", Waits.Since.AddHours(hour), ChannelKind.Loudspeaker)),
        ];
        await rooms.Store.AddToWorklistAsync(tasks, Waits.Entry, Cancellation);

        var board = await Lists.CountHandTasksAsync(new(Commune), Cancellation);
        Assert.Equal((WaitingReader.MostCounted, true), (board.Open, board.Heads.AndMore));
        var shown = await WholeLists.AllAsync(
            next => Lists.HandTasksAsync(new(Commune), board, WaitingFilter.All, next, Cancellation));
        Assert.Equal(tasks.Select(task => task.Id), shown.Select(entry => entry.Delivery));
    }

    [Fact]
    public async Task The_token_of_one_list_opens_no_other()
    {
        var first = await Lists.HandTasksAsync(Ward, null, Cancellation);

        await Assert.ThrowsAsync<BadPageTokenException>(() => Lists.HeldAsync(Ward, first.Next, Cancellation));
        await Assert.ThrowsAsync<BadPageTokenException>(() => Lists.HandTasksAsync(new("bung-lao"), first.Next, Cancellation));
    }

    [Fact]
    public async Task What_is_late_in_all_communes_is_read_at_once()
    {
        rooms.Time.SetUtcNow(Waits.Since.AddHours(30));
        await rooms.Store.AddToWorklistAsync(Waits.Many("nhac.1.vi", "nhac-mot", 3), Waits.Entry, Cancellation);
        await rooms.Store.AddToWorklistAsync(
            Waits.Many("nhac.1.vi", "nhac-hai", 3, Waits.Since.AddHours(20)), Waits.Entry, Cancellation);

        var late = await Lists.LateAsync(Cancellation);

        Assert.Equal(new LateTasks(3, Waits.Since), late[new("nhac-mot")]);
        Assert.False(late.ContainsKey(new("nhac-hai")));
        var ward = late[Ward];
        Assert.Equal((101 * 6, Waits.Since), (ward.Number, ward.Oldest));
    }

    /// <summary>A ward of a hundred groups and a loudspeaker in which everything of a month is still open.</summary>
    public sealed class MonthOpen : Rooms
    {
        internal const string Ward = "phuong-mo";
        internal const int Items = 450;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            foreach (var items in Enumerable.Range(0, Items).Chunk(10))
            {
                // An item an hour.
                var tasks = items.SelectMany(item => Waits.Many($"tin-{item:D3}.1.vi", Ward, 100, Waits.Since.AddHours(item)).Append(
                    Waits.For($"tin-{item:D3}.1.vi.{Ward}.loa", Waits.Since.AddHours(item), ChannelKind.Loudspeaker)));
                await Store.AddToWorklistAsync(tasks, Waits.Entry, CancellationToken.None);
            }
        }
    }
}
