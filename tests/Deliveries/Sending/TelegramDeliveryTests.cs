using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>From an approved item to what Telegram really holds, and what the program believes of it.</summary>
public sealed class TelegramDeliveryTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const long BungLao = -1001;
    private const long NaBung = -1002;

    [Fact]
    public async Task A_due_item_is_posted_once_to_each_channel_with_its_issuer_and_its_link()
    {
        await rooms.HandInAsync("items/mot-lan.md", SampleFiles.Article("Trồng mắc ca"));

        await rooms.PublishAsync();
        await rooms.PublishAsync();

        var post = Assert.Single(
            rooms.Telegram.Posts, post => post.Chat == BungLao && post.Text.StartsWith("Trồng mắc ca", StringComparison.Ordinal));
        var delivery = await rooms.DeliveryAsync("mot-lan.1.vi.bung-lao.telegram");
        Assert.Contains("Ban Tuyên giáo (mẫu)", post.Text, StringComparison.Ordinal);
        Assert.Contains($"https://example.org/s/{delivery.Link}", post.Text, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Delivered, delivery.State);
        Assert.EndsWith($"/{post.Message}", delivery.Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_lane_goes_back_to_the_queue_until_the_time_that_the_channel_named()
    {
        await rooms.HandInAsync("items/cham-lai.md", SampleFiles.Article("Chậm lại"));
        rooms.Telegram.FailChat(BungLao, TelegramFault.Throttled(30));

        await rooms.PublishAsync();
        var throttled = await rooms.DeliveryAsync("cham-lai.1.vi.bung-lao.telegram");
        var calls = rooms.Telegram.Calls;
        await rooms.WakeAsync();

        Assert.Equal(DeliveryState.Retrying, throttled.State);
        Assert.Equal(rooms.Time.GetUtcNow().AddSeconds(30), throttled.RetryAt);
        Assert.Equal(calls, rooms.Telegram.Calls);

        rooms.Telegram.Heal(BungLao);
        rooms.Time.Advance(TimeSpan.FromSeconds(31));
        await rooms.WakeAsync();
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("cham-lai.1.vi.bung-lao.telegram")).State);
        Assert.Single(rooms.Telegram.Posts, post => post.Chat == BungLao && post.Text.StartsWith("Chậm lại", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_threw_the_bot_out_is_disabled_and_its_owner_told_while_the_others_go_on()
    {
        await rooms.HandInAsync("items/bi-duoi.md", SampleFiles.Article("Bị đuổi"));
        rooms.Telegram.FailChat(NaBung, TelegramFault.Kicked);

        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Failed, (await rooms.DeliveryAsync("bi-duoi.1.vi.na-bung.telegram")).State);
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("bi-duoi.1.vi.bung-lao.telegram")).State);
        var alerts = await rooms.Get<AlertStore>().PageAsync(null, TestContext.Current.CancellationToken);
        Assert.Contains(alerts.Rows, alert => alert.Value is { Kind: "destination", Subject: "na-bung.telegram" });

        // Nothing more is sent there, until a person opens it again.
        var calls = rooms.Telegram.Calls;
        await rooms.HandInAsync("items/bi-duoi-2.md", SampleFiles.Article("Bị đuổi lần hai", frontMatter: "communes: [na-bung]"));
        await rooms.PublishAsync();
        Assert.Equal(calls, rooms.Telegram.Calls);

        rooms.Telegram.Heal(NaBung);
        await rooms.Get<HealthStore>()
            .ReopenAsync(DestinationId.Parse("na-bung.telegram", null), new("can-bo"), TestContext.Current.CancellationToken);
        var retried = await rooms.Get<DeliveryCommands>()
            .RetryAsync(
                DeliveryId.Parse("bi-duoi-2.1.vi.na-bung.telegram", null),
                await rooms.PersonAsync("can-bo"),
                TestContext.Current.CancellationToken);
        Assert.Equal(DeliveryState.Due, retried.Value?.Value.State);
        await rooms.SendAsync();
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("bi-duoi-2.1.vi.na-bung.telegram")).State);
    }

    [Fact]
    public async Task A_chat_that_migrated_is_followed_and_its_new_id_kept()
    {
        await rooms.HandInAsync("items/doi-nha.md", SampleFiles.Article("Đổi nhà", frontMatter: "communes: [bung-lao]"));
        rooms.Telegram.FailChat(BungLao, TelegramFault.Migrated(-100777));

        await rooms.PublishAsync();
        await rooms.HandInAsync("items/doi-nha-2.md", SampleFiles.Article("Đổi nhà rồi", frontMatter: "communes: [bung-lao]"));
        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("doi-nha.1.vi.bung-lao.telegram")).State);
        Assert.Equal(2, rooms.Telegram.Posts.Count(post => post.Chat == -100777));
        rooms.Telegram.Heal(BungLao);
        await rooms.Get<HealthStore>()
            .ReopenAsync(DestinationId.Parse("bung-lao.telegram", null), new("can-bo"), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("cat-truoc", false)]
    [InlineData("cat-sau", true)]
    public async Task A_cut_connection_leaves_the_delivery_uncertain_and_only_a_person_settles_it(string item, bool accepted)
    {
        await rooms.HandInAsync($"items/{item}.md", SampleFiles.Article($"Tin {item}", frontMatter: "communes: [bung-lao]"));
        rooms.Telegram.FailNext(new CallFault.Cut(accepted));

        await rooms.PublishAsync();
        await rooms.WakeAsync();

        var id = DeliveryId.Parse($"{item}.1.vi.bung-lao.telegram", null);
        Assert.Equal(DeliveryState.Uncertain, (await rooms.DeliveryAsync(id.ToString())).State);
        Assert.Equal(accepted ? 1 : 0, Posted(item));
        var troubled = await rooms.Get<TroubleReader>().PageAsync(TroubleFilter.All, null, TestContext.Current.CancellationToken);
        Assert.Contains(troubled.Rows, row => row.Value.Delivery == id);

        var settled = await rooms.Get<DeliveryCommands>()
            .SettleAsync(id, isThere: accepted, await rooms.PersonAsync("bung-lao-1"), TestContext.Current.CancellationToken);
        Assert.True(settled.IsDone);
        await rooms.SendAsync();
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync(id.ToString())).State);
        Assert.Equal(1, Posted(item));

        int Posted(string name) => rooms.Telegram.Posts.Count(post => post.Text.StartsWith($"Tin {name}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dead_token_stops_its_lane_alone_and_a_person_resumes_it()
    {
        await rooms.HandInAsync("items/het-han.md", SampleFiles.Article("Hết hạn"));
        rooms.Telegram.FailChat(BungLao, TelegramFault.BadToken);
        rooms.Telegram.FailChat(NaBung, TelegramFault.BadToken);

        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Failed, (await rooms.DeliveryAsync("het-han.1.vi.bung-lao.telegram")).State);
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("het-han.1.vi.bung-lao.trang-tin")).State);
        Assert.NotNull((await rooms.Get<HealthStore>().ReadAsync(TestContext.Current.CancellationToken)).Of("telegram_tinh")?.Stopped);

        rooms.Telegram.Heal(BungLao);
        rooms.Telegram.Heal(NaBung);
        await rooms.Get<HealthStore>().ResumeLaneAsync("telegram_tinh", new("can-bo"), TestContext.Current.CancellationToken);
        foreach (var id in (string[])["het-han.1.vi.bung-lao.telegram", "het-han.1.vi.na-bung.telegram"])
        {
            await rooms.Get<DeliveryCommands>()
                .RetryAsync(DeliveryId.Parse(id, null), await rooms.PersonAsync("can-bo"), TestContext.Current.CancellationToken);
            await rooms.SendAsync();
            Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync(id)).State);
        }
    }

    [Fact]
    public async Task A_send_that_was_interrupted_by_a_crash_is_uncertain_where_the_channel_cannot_be_read_back()
    {
        await rooms.HandInAsync("items/sap.md", SampleFiles.Article("Sập", frontMatter: "communes: [bung-lao]"));
        await rooms.PlanAsync();
        var row = (
            await rooms.Get<DeliveryCommands>()
                .FindAsync(DeliveryId.Parse("sap.1.vi.bung-lao.telegram", null), TestContext.Current.CancellationToken))!;
        var begun = row.Value.Apply(new DeliveryEvent.SendBegun(rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow().AddMinutes(1)))!;
        await rooms.Get<DeliveryLedger>().WriteAsync([(row, begun)], TestContext.Current.CancellationToken);

        // While the one who began may still be at it, nobody touches it.
        await rooms.SendAsync();
        Assert.Equal(DeliveryState.Sending, (await rooms.DeliveryAsync("sap.1.vi.bung-lao.telegram")).State);

        rooms.Time.Advance(TimeSpan.FromMinutes(2));
        await rooms.WakeAsync();
        Assert.Equal(DeliveryState.Uncertain, (await rooms.DeliveryAsync("sap.1.vi.bung-lao.telegram")).State);
        Assert.DoesNotContain(rooms.Telegram.Posts, post => post.Text.StartsWith("Sập", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_message_to_two_senders_at_once_posts_once()
    {
        await rooms.HandInAsync("items/hai-nguoi.md", SampleFiles.Article("Hai người gửi", frontMatter: "communes: [bung-lao, na-bung]"));
        await rooms.PlanAsync();
        await using var second = rooms.Build();
        var wake = new ShareWake(rooms.Get<LaneShares>().Of("telegram_tinh"));

        await Task.WhenAll(
            rooms.Get<ShareSender>().SendAsync(wake, comesAgain: false, TestContext.Current.CancellationToken),
            ((ShareSender)second.Services.GetService(typeof(ShareSender))!)
                .SendAsync(wake, comesAgain: false, TestContext.Current.CancellationToken));
        await rooms.SendAsync();

        Assert.Equal(2, rooms.Telegram.Posts.Count(post => post.Text.StartsWith("Hai người gửi", StringComparison.Ordinal)));
    }
}
