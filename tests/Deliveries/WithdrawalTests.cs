using Azure;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Foresight;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

/// <summary>What withdrawing an item does to what is out.</summary>
public sealed class WithdrawalTests(AllChannels rooms) : IClassFixture<AllChannels>
{
    private const string Removal = "telegram.remove";

    [Fact]
    public async Task Machines_take_down_what_machines_may_and_repeating_it_doubles_nothing()
    {
        await PublishedAsync("go-het", "Gỡ hết");
        Assert.Equal(
            (1, 1, 1, 1),
            (rooms.OnTelegram("Gỡ hết").Count, rooms.OnFacebook("Gỡ hết"), await rooms.InFeedAsync("Gỡ hết"), await rooms.InPreviewsAsync("Gỡ hết")));

        await rooms.WithdrawAsync("go-het");

        Assert.Equal(
            (0, 0, 0, 0),
            (rooms.OnTelegram("Gỡ hết").Count, rooms.OnFacebook("Gỡ hết"), await rooms.InFeedAsync("Gỡ hết"), await rooms.InPreviewsAsync("Gỡ hết")));
        foreach (var row in (string[])["telegram", "facebook", "trang-tin", "xem-truoc"])
        {
            var (post, removal) = (await rooms.GetAsync("go-het.1.vi", row), await rooms.GetAsync("go-het.1.vi", $"{row}.remove"));
            Assert.Equal((DeliveryState.Withdrawn, nameof(ProblemTexts.PostTakenDown)), (post.State, post.Reason?.Code));
            Assert.Equal((DeliveryState.Delivered, post.Id, 1), (removal.State, removal.Target!.Value, removal.Attempts));
        }

        var calls = rooms.Telegram.Calls;
        await StopAgainAsync("go-het");
        await StopAgainAsync("go-het");
        Assert.Equal(calls, rooms.Telegram.Calls);
        Assert.Equal(1, (await rooms.GetAsync("go-het.1.vi", Removal)).Attempts);
    }

    [Fact]
    public async Task What_is_corrected_is_taken_down_once()
    {
        await PublishedAsync("sua-roi-go", "Sửa rồi gỡ");
        await PublishedAsync("sua-roi-go", "Sửa rồi gỡ lần hai");

        await rooms.WithdrawAsync("sua-roi-go");

        Assert.Empty(rooms.OnTelegram("Sửa rồi gỡ"));
        Assert.Null(await rooms.FindAsync("sua-roi-go.1.vi", Removal));
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("sua-roi-go.2.vi", Removal)).State);
    }

    [Fact]
    public async Task After_two_days_Telegram_is_a_matter_of_people()
    {
        await PublishedAsync("qua-muon", "Quá muộn");
        rooms.Time.Advance(TimeSpan.FromHours(48) + TimeSpan.FromTicks(1));
        var calls = rooms.Telegram.Calls;

        await rooms.WithdrawAsync("qua-muon");

        Assert.Equal(calls, rooms.Telegram.Calls);
        await AssertHandTaskAsync("qua-muon.1.vi", Removal, nameof(ProblemTexts.TooLateToChange));
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("qua-muon.1.vi", "telegram")).State);
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), "qua-muon.1.vi", Removal)).IsDone);
        Assert.Equal(DeliveryState.Withdrawn, (await rooms.GetAsync("qua-muon.1.vi", "telegram")).State);
    }

    [Fact]
    public async Task What_people_posted_they_take_down_and_confirm_and_what_was_read_out_stays_said()
    {
        await PublishedAsync("nguoi-go", "Người gỡ");
        await rooms.ActAsync(new DeliveryCommand.Confirm(null), "nguoi-go.1.vi", "nhom-ban");
        await rooms.ActAsync(new DeliveryCommand.Confirm(20), "nguoi-go.1.vi", "loa");

        await rooms.WithdrawAsync("nguoi-go");

        await AssertHandTaskAsync("nguoi-go.1.vi", "nhom-ban.remove", null);
        await AssertHandTaskAsync("nguoi-go.1.vi", "zalo.remove", nameof(ProblemTexts.ChannelLetsNoMachineChange));
        Assert.Null(await rooms.FindAsync("nguoi-go.1.vi", "loa.remove"));
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("nguoi-go.1.vi", "loa")).State);

        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), "nguoi-go.1.vi", "nhom-ban.remove")).IsDone);
        Assert.Equal(DeliveryState.Withdrawn, (await rooms.GetAsync("nguoi-go.1.vi", "nhom-ban")).State);
        Assert.DoesNotContain(await rooms.HandTasksAsync(), entry => entry.Delivery.ToString() == "nguoi-go.1.vi.bung-lao.nhom-ban.remove");
    }

    [Fact]
    public async Task What_is_being_sent_at_that_moment_is_taken_down_afterwards()
    {
        await PublishedAsync("dang-bay", "Đang bay");
        await rooms.LeaveAsync("dang-bay.1.vi", "facebook", rooms.CutOff);

        await rooms.WithdrawAsync("dang-bay");
        Assert.Equal(1, rooms.OnFacebook("Đang bay"));
        Assert.Null(await rooms.FindAsync("dang-bay.1.vi", "facebook.remove"));

        rooms.Time.Advance(TimeSpan.FromSeconds(61));
        await rooms.WakeAsync();
        await rooms.TickAsync();

        Assert.Equal(0, rooms.OnFacebook("Đang bay"));
        Assert.Equal(DeliveryState.Withdrawn, (await rooms.GetAsync("dang-bay.1.vi", "facebook")).State);
    }

    [Fact]
    public async Task What_was_to_take_a_post_down_at_an_address_that_is_no_more_becomes_a_task_of_people()
    {
        const string Version = "doi-dia-chi.1.vi";
        await PublishedAsync("doi-dia-chi", "Đổi địa chỉ");
        await rooms.Get<ItemCommands>().WithdrawAsync(
            new("doi-dia-chi"), new("can-bo"), "Sai số liệu", ETag.All, TestContext.Current.CancellationToken);
        await rooms.StopAsync();
        rooms.Time.Advance(TimeSpan.FromMinutes(1));
        await rooms.MovePageAsync("1000009");
        try
        {
            await rooms.SendAsync();

            await AssertHandTaskAsync(Version, "facebook.remove", nameof(ProblemTexts.PostAtFormerAddress));
            Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), Version, "facebook.remove")).IsDone);
            Assert.Equal(DeliveryState.Withdrawn, (await rooms.GetAsync(Version, "facebook")).State);
        }
        finally
        {
            await rooms.MovePageAsync("1000001");
        }
    }

    [Fact]
    public async Task What_is_half_out_is_taken_down_by_a_person_once()
    {
        await HalfOutAsync("mot-nua", "Một nửa", DeliveryState.Failed);

        await rooms.WithdrawAsync("mot-nua");

        Assert.Equal(DeliveryState.Withdrawn, (await rooms.GetAsync("mot-nua.1.vi", "telegram")).State);
        await AssertHandTaskAsync("mot-nua.1.vi", Removal, nameof(ProblemTexts.PostHalfOut));
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), "mot-nua.1.vi", Removal)).IsDone);
        await StopAgainAsync("mot-nua");
        Assert.DoesNotContain(await rooms.HandTasksAsync(), entry => entry.Delivery.ToString() == "mot-nua.1.vi.bung-lao.telegram.remove");
    }

    [Fact]
    public async Task Half_a_post_whose_correction_nobody_made_is_taken_down_by_a_person_as_was_foreseen()
    {
        const string Item = "nua-chua-sua";
        await HalfOutAsync(Item, "Nửa chưa sửa", DeliveryState.Failed);
        await PublishedAsync(Item, "Nửa sửa rồi");
        Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync($"{Item}.1.vi", "telegram")).State);
        Assert.True((await rooms.GetAsync($"{Item}.2.vi", "telegram")).IsByHand);
        var all = await rooms.Get<DeliveryReader>().OfAsync(new ItemId(Item), TestContext.Current.CancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(TestContext.Current.CancellationToken);
        var foreseen = await rooms.Get<DeliveryForesight>().OfWithdrawalAsync(all, TestContext.Current.CancellationToken);

        await rooms.WithdrawAsync(Item);

        await AssertHandTaskAsync($"{Item}.1.vi", Removal, nameof(ProblemTexts.PostHalfOut));
        Assert.Null(await rooms.FindAsync($"{Item}.2.vi", Removal));
        Assert.Equal(
            foreseen.ByHand,
            (await rooms.HandTasksAsync()).Count(
                entry => entry is { Delivery.Version.Item.Value: Item, Action: DeliveryAction.Remove }));

        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), $"{Item}.1.vi", Removal)).IsDone);
        await StopAgainAsync(Item);
        Assert.DoesNotContain(await rooms.HandTasksAsync(), entry => entry.Delivery.ToString() == $"{Item}.1.vi.bung-lao.{Removal}");
    }

    [Fact]
    public async Task Half_a_post_that_a_person_corrected_is_taken_down_once_as_what_it_was_corrected_to()
    {
        await HalfOutAsync("nua-da-sua", "Nửa đã sửa", DeliveryState.Failed);
        await PublishedAsync("nua-da-sua", "Nửa sửa xong");
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), "nua-da-sua.2.vi", "telegram")).IsDone);

        await rooms.WithdrawAsync("nua-da-sua");

        Assert.Null(await rooms.FindAsync("nua-da-sua.1.vi", Removal));
        await AssertHandTaskAsync("nua-da-sua.2.vi", Removal, nameof(ProblemTexts.PostKnownToPeopleOnly));
    }

    [Fact]
    public async Task Parts_that_are_known_to_be_there_are_taken_down_though_a_person_did_not_find_the_rest()
    {
        await HalfOutAsync("phan-dau", "Phần đầu", DeliveryState.Uncertain);
        await rooms.WithdrawAsync("phan-dau");
        Assert.Null(await rooms.FindAsync("phan-dau.1.vi", Removal));

        Assert.True((await rooms.ActAsync(new DeliveryCommand.SeenMissing(), "phan-dau.1.vi", "telegram")).IsDone);
        await rooms.TickAsync();

        Assert.Equal(DeliveryState.Withdrawn, (await rooms.GetAsync("phan-dau.1.vi", "telegram")).State);
        await AssertHandTaskAsync("phan-dau.1.vi", Removal, nameof(ProblemTexts.PostHalfOut));
    }

    [Fact]
    public async Task An_uncertain_post_that_a_person_says_is_there_is_taken_down_too()
    {
        await UncertainAsync("thay-sau", "Thấy sau", accepted: true);
        await rooms.WithdrawAsync("thay-sau");
        Assert.Single(rooms.OnTelegram("Thấy sau"));

        Assert.True((await rooms.ActAsync(new DeliveryCommand.SeenThere(), "thay-sau.1.vi", "telegram")).IsDone);
        await rooms.TickAsync();

        // Which message it is nobody told, so the one who saw it takes it down.
        await AssertHandTaskAsync("thay-sau.1.vi", Removal, nameof(ProblemTexts.PostKnownToPeopleOnly));
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), "thay-sau.1.vi", Removal)).IsDone);
        Assert.Equal(DeliveryState.Withdrawn, (await rooms.GetAsync("thay-sau.1.vi", "telegram")).State);
    }

    [Fact]
    public async Task An_uncertain_post_that_a_person_says_is_not_there_ends_and_is_not_sent()
    {
        await UncertainAsync("khong-thay", "Không thấy", accepted: false);
        await rooms.WithdrawAsync("khong-thay");

        Assert.True((await rooms.ActAsync(new DeliveryCommand.SeenMissing(), "khong-thay.1.vi", "telegram")).IsDone);
        await rooms.TickAsync();

        var ended = await rooms.GetAsync("khong-thay.1.vi", "telegram");
        Assert.Equal((DeliveryState.Withdrawn, nameof(ProblemTexts.ItemWithdrawn)), (ended.State, ended.Reason?.Code));
        Assert.DoesNotContain(ended.Id, await rooms.TroubledAsync());
        Assert.Empty(rooms.OnTelegram("Không thấy"));
    }

    [Fact]
    public async Task A_removal_that_fails_is_listed_and_can_be_tried_again()
    {
        await PublishedAsync("go-hong", "Gỡ hỏng");
        rooms.Telegram.FailChat(AllChannels.Chat, TelegramFault.Kicked);
        await rooms.WithdrawAsync("go-hong");
        var failed = await rooms.GetAsync("go-hong.1.vi", Removal);
        Assert.Equal(DeliveryState.Failed, failed.State);
        Assert.Contains(failed.Id, await rooms.TroubledAsync());
        Assert.Single(rooms.OnTelegram("Gỡ hỏng"));

        rooms.Telegram.Heal(AllChannels.Chat);
        await rooms.Get<Dissemination.Deliveries.Sending.HealthStore>()
            .ReopenAsync(failed.Id.Destination, new("can-bo"), TestContext.Current.CancellationToken);
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Retry(), "go-hong.1.vi", Removal)).IsDone);
        await rooms.SendAsync();

        Assert.Empty(rooms.OnTelegram("Gỡ hỏng"));
        Assert.Equal(DeliveryState.Withdrawn, (await rooms.GetAsync("go-hong.1.vi", "telegram")).State);
        Assert.DoesNotContain(failed.Id, await rooms.TroubledAsync());
    }

    private async Task PublishedAsync(string item, string title)
    {
        await rooms.WriteAsync(item, title);
        await rooms.TickAsync();
    }

    /// <summary>Published, and as if the rest of it had not arrived on Telegram, or nobody knew whether it had.</summary>
    private async Task HalfOutAsync(string item, string title, DeliveryState state)
    {
        await PublishedAsync(item, title);
        await rooms.LeaveAsync($"{item}.1.vi", "telegram", delivery => delivery with
        {
            State = state,
            Reason = new(nameof(ProblemTexts.SendBroke)),
            Progress = delivery.Reference,
            Reference = null,
        });
    }

    private async Task UncertainAsync(string item, string title, bool accepted)
    {
        rooms.Telegram.FailNext(new CallFault.Cut(accepted));
        await PublishedAsync(item, title);
        Assert.Equal(DeliveryState.Uncertain, (await rooms.GetAsync($"{item}.1.vi", "telegram")).State);
    }

    /// <summary>The item is handed over once more, as by a crash before its row was deleted.</summary>
    private async Task StopAgainAsync(string item)
    {
        await new Transaction(Keys.Editorial)
            .Put(
                Keys.StopDue(item),
                new ItemDue(new(item), rooms.Time.GetUtcNow()),
                ContentJson.Default.ItemDue)
            .CommitAsync(rooms.Store.Editorial, TestContext.Current.CancellationToken);
        await rooms.TickAsync();
    }

    private async Task AssertHandTaskAsync(string version, string row, string? reason)
    {
        var task = await rooms.GetAsync(version, row);
        Assert.Equal((DeliveryState.Due, true, reason), (task.State, task.IsByHand, task.Reason?.Code));
        Assert.Contains(await rooms.HandTasksAsync(), entry => entry.Delivery == task.Id && entry.Action is DeliveryAction.Remove);
    }
}
