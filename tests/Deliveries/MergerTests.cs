using Dissemination.Deliveries.Waiting;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Reports;

namespace Dissemination.Tests.Deliveries;

/// <summary>What becomes of a commune's posts and tasks when it becomes part of another.</summary>
public sealed class MergerTests(Merging rooms) : IClassFixture<Merging>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_posted_before_is_corrected_in_its_place_under_the_channels_new_names()
    {
        await PublishedApartAsync("sua-sau", "Trước sáp nhập");
        var (chat, opens) = (rooms.OnTelegram("Trước sáp nhập"), (await rooms.GetAsync("sua-sau.1.vi", "telegram")).Link);
        await rooms.MergeAsync();

        await PublishedAsync("sua-sau", "Sau sáp nhập");

        Assert.Equal(chat, rooms.OnTelegram("Sau sáp nhập"));
        Assert.Equal((0, 1), (rooms.OnFacebook("Trước sáp nhập"), rooms.OnFacebook("Sau sáp nhập")));
        foreach (var channel in (string[])["telegram", "facebook"])
        {
            var old = await rooms.GetAsync("sua-sau.1.vi", channel);
            var correction = (await rooms.OfSuccessorAsync("sua-sau.2.vi", $"{channel}-bung-lao"))!;
            Assert.Equal((DeliveryState.Replaced, DeliveryState.Delivered), (old.State, correction.State));
            Assert.Equal((DeliveryAction.Edit, old.Id), (correction.Action, correction.Target!.Value));
        }

        Assert.Equal(opens, (await rooms.GetAsync("sua-sau.1.vi", "telegram")).Link);
        Assert.Contains("Sau sáp nhập", await FeedAsync("muong-moi"), StringComparison.Ordinal);
        Assert.DoesNotContain("Trước sáp nhập", await FeedAsync("muong-moi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_planned_again_afterwards_is_posted_to_no_channel_twice()
    {
        await PublishedApartAsync("lap-lai", "Không đăng hai lần");
        await rooms.MergeAsync();

        await rooms.PlanAgainAsync("lap-lai.1.vi");

        Assert.Single(rooms.OnTelegram("Không đăng hai lần"));
        Assert.Equal(1, rooms.OnFacebook("Không đăng hai lần"));
        Assert.Null(await rooms.OfSuccessorAsync("lap-lai.1.vi", "telegram-bung-lao"));
        Assert.Equal(
            ["lap-lai.1.vi.bung-lao.loa", "lap-lai.1.vi.bung-lao.nhom-ban"],
            (await rooms.HandTasksOfSuccessorAsync()).Where(task => task.StartsWith("lap-lai.1.vi", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task What_is_due_or_retrying_meanwhile_goes_out_once_through_the_successors_channels()
    {
        await rooms.ApartAsync();
        await rooms.WriteAsync("dang-cho", "Đang chờ gửi");
        await rooms.PlanAsync();
        var now = rooms.Time.GetUtcNow();
        await rooms.LeaveAsync(
            "dang-cho.1.vi",
            "facebook",
            due => due with { State = DeliveryState.Retrying, Attempts = 1, BegunAt = now, RetryAt = now });

        await rooms.MergeAsync();
        await rooms.SendAsync();
        await rooms.PlanAgainAsync("dang-cho.1.vi");

        Assert.Single(rooms.OnTelegram("Đang chờ gửi"));
        Assert.Equal(1, rooms.OnFacebook("Đang chờ gửi"));
        foreach (var row in (string[])["telegram", "facebook", "trang-tin"])
        {
            Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("dang-cho.1.vi", row)).State);
        }

        Assert.Contains("Đang chờ gửi", await FeedAsync("muong-moi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_successors_people_confirm_release_and_settle_what_was_the_old_communes()
    {
        await rooms.ApartAsync(release: "confirm");
        await rooms.WriteAsync("cho-nguoi", "Chờ người làm");
        await rooms.PlanAsync();
        await rooms.LeaveAsync(
            "cho-nguoi.1.vi", "facebook", held => rooms.CutOff(held) with { State = DeliveryState.Uncertain, SendingUntil = null });

        await rooms.MergeAsync();

        Assert.Contains("cho-nguoi.1.vi.bung-lao.loa", await rooms.HandTasksOfSuccessorAsync());
        var held = await rooms.Get<WaitingReader>().HeldAsync(new("muong-moi"), null, Cancellation);
        Assert.Contains(held.Rows, row => row.Value.Delivery.ToString() == "cho-nguoi.1.vi.bung-lao.telegram");
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(30), "cho-nguoi.1.vi", "loa", "muong-moi-1")).IsDone);
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Release(), "cho-nguoi.1.vi", "telegram", "muong-moi-1")).IsDone);
        Assert.True((await rooms.ActAsync(new DeliveryCommand.SeenThere(), "cho-nguoi.1.vi", "facebook", "muong-moi-1")).IsDone);

        // Who worked for the old commune works for the new one.
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), "cho-nguoi.1.vi", "nhom-ban")).IsDone);
        await rooms.SendAsync();
        Assert.Single(rooms.OnTelegram("Chờ người làm"));
        Assert.DoesNotContain(await rooms.HandTasksOfSuccessorAsync(), task => task.StartsWith("cho-nguoi", StringComparison.Ordinal));
        var done = await rooms.Get<ConfirmedTaskStore>().PageAsync(new("muong-moi"), null, Cancellation);
        Assert.Contains(done.Rows, row => row.Value.Task.Delivery.ToString() == "cho-nguoi.1.vi.bung-lao.loa");
    }

    [Fact]
    public async Task Withdrawing_afterwards_takes_everything_down_and_no_feed_serves_it()
    {
        await PublishedApartAsync("go-sau", "Gỡ sau sáp nhập");
        Assert.Contains("Gỡ sau sáp nhập", await FeedAsync("bung-lao"), StringComparison.Ordinal);
        await rooms.MergeAsync();
        await PublishedAsync("bai-khac", "Bài khác");
        Assert.Contains("Gỡ sau sáp nhập", await FeedAsync("muong-moi"), StringComparison.Ordinal);

        await rooms.WithdrawAsync("go-sau");

        Assert.Empty(rooms.OnTelegram("Gỡ sau sáp nhập"));
        Assert.Equal(0, rooms.OnFacebook("Gỡ sau sáp nhập"));
        Assert.DoesNotContain("Gỡ sau sáp nhập", await FeedAsync("muong-moi"), StringComparison.Ordinal);
        Assert.Contains("Bài khác", await FeedAsync("muong-moi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_that_stay_under_the_old_name_go_on_for_the_successor()
    {
        await rooms.ApartAsync();
        await rooms.MergeByNameAloneAsync();

        await PublishedAsync("giu-ten", "Kênh giữ tên cũ", "communes: [muong-moi]");

        Assert.Single(rooms.OnTelegram("Kênh giữ tên cũ"));
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), "giu-ten.1.vi", "loa", "muong-moi-1")).IsDone);
    }

    [Theory]
    [InlineData("communes.csv", "destinations.csv", "people.csv")]
    [InlineData("destinations.csv", "people.csv", "communes.csv")]
    [InlineData("people.csv", "communes.csv", "destinations.csv")]
    public async Task The_files_of_a_merger_may_come_in_any_order(params string[] files)
    {
        var item = $"thu-tu-{files[0][..3]}";
        await PublishedApartAsync(item, $"{item} lần một");

        await rooms.MergeAsync(files);
        await PublishedAsync(item, $"{item} lần hai");

        Assert.Single(rooms.OnTelegram($"{item} lần hai"));
        Assert.Empty(rooms.OnTelegram($"{item} lần một"));
        Assert.Equal(DeliveryAction.Edit, (await rooms.OfSuccessorAsync($"{item}.2.vi", "facebook-bung-lao"))!.Action);
    }

    [Fact]
    public async Task What_was_merged_and_parted_again_is_still_posted_and_corrected_once()
    {
        await PublishedApartAsync("tach-ra", "Nhập vào lần một");
        await rooms.MergeAsync();
        await PublishedAsync("tach-ra", "Nhập vào lần hai");
        rooms.Time.Advance(TimeSpan.FromHours(1));
        await rooms.ApartAsync();

        await PublishedAsync("tach-ra", "Nhập vào lần ba");

        Assert.Single(rooms.OnTelegram("Nhập vào lần ba"));
        Assert.Single(rooms.OnTelegram("Nhập vào"));
    }

    [Fact]
    public async Task A_link_goes_on_leading_when_the_directory_names_its_commune_no_more()
    {
        await PublishedApartAsync("bo-xa", "Không còn xã");
        var post = await rooms.GetAsync("bo-xa.1.vi", "telegram");
        await rooms.MergeAsync();
        await rooms.ForgetAsync();

        Assert.Equal(
            post.Id,
            await rooms.Get<ShortLinkStore>().OpenAsync(LinkCode.Parse(post.Link)!.Value, byPerson: false, Cancellation));
    }

    [Fact]
    public async Task What_was_posted_is_planned_again_when_the_directory_names_its_commune_no_more()
    {
        await rooms.ApartAsync();
        await PublishedAsync("bo-ten-xa", "Bỏ tên xã", "communes: [bung-lao, muong-moi]");
        await rooms.MergeAsync();
        await rooms.ForgetAsync();

        await rooms.PlanAgainAsync("bo-ten-xa.1.vi");

        Assert.Single(rooms.OnTelegram("Bỏ tên xã"));
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("bo-ten-xa.1.vi", "telegram")).State);
    }

    [Fact]
    public async Task The_report_keeps_what_happened_under_the_name_under_which_it_happened_and_counts_it_once()
    {
        await PublishedApartAsync("bao-cao", "Báo cáo còn nguyên");
        var before = (await rooms.Get<ReportReader>().ReadAsync(new("bao-cao"), Cancellation))!;

        await rooms.MergeAsync();

        var after = (await rooms.Get<ReportReader>().ReadAsync(new("bao-cao"), Cancellation))!;
        Assert.Equal((before.Communes, before.Delivered, before.Deliveries), (after.Communes, after.Delivered, after.Deliveries));
        Assert.Equal("bung-lao", Assert.Single(after.Lines).Commune.Id.Value);
    }

    /// <summary>An item went out while both communes were by themselves.</summary>
    private async Task PublishedApartAsync(string item, string title)
    {
        await rooms.ApartAsync();
        await PublishedAsync(item, title);
    }

    private async Task PublishedAsync(string item, string title, string wanted = "communes: [bung-lao]")
    {
        await rooms.WriteAsync(item, title, wanted);
        await rooms.TickAsync();
    }

    private async Task<string> FeedAsync(string commune) =>
        string.Join('\n', (await rooms.FeedAsync(commune)).Select(entry => (string?)entry!["title"]));
}
