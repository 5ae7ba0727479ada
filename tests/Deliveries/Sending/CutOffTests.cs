using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Simulators.Facebook;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>What a crash left half done.</summary>
public sealed class CutOffTests(AllChannels rooms) : IClassFixture<AllChannels>
{
    [Theory]
    [InlineData("trang-tin")]
    [InlineData("xem-truoc")]
    [InlineData("facebook")]
    public async Task A_send_that_was_cut_off_after_it_arrived_is_found_there_and_not_sent_again(string row)
    {
        var item = $"co-do-{row}";
        await rooms.WriteAsync(item, $"Có đó {row}");
        await rooms.TickAsync();
        var sent = await rooms.GetAsync($"{item}.1.vi", row);
        await rooms.LeaveAsync($"{item}.1.vi", row, rooms.CutOff);

        await rooms.WakeAsync();
        Assert.Equal(DeliveryState.Sending, (await rooms.GetAsync($"{item}.1.vi", row)).State);
        rooms.Time.Advance(TimeSpan.FromSeconds(61));
        await rooms.WakeAsync();

        var found = await rooms.GetAsync($"{item}.1.vi", row);
        Assert.Equal((DeliveryState.Delivered, sent.Reference, 1), (found.State, found.Reference, found.Attempts));
        Assert.Equal(1, await CountAsync(row, $"Có đó {row}"));
    }

    [Theory]
    [InlineData("trang-tin")]
    [InlineData("xem-truoc")]
    [InlineData("facebook")]
    public async Task A_send_that_was_cut_off_before_it_arrived_is_sent_again_once(string row)
    {
        var item = $"chua-do-{row}";
        await rooms.WriteAsync(item, $"Chưa đó {row}");
        await rooms.PlanAsync();
        await rooms.LeaveAsync($"{item}.1.vi", row, rooms.CutOff);
        await rooms.SendAsync();
        Assert.Equal(0, await CountAsync(row, $"Chưa đó {row}"));

        rooms.Time.Advance(TimeSpan.FromSeconds(61));
        await rooms.WakeAsync();

        var again = await rooms.GetAsync($"{item}.1.vi", row);
        Assert.Equal((DeliveryState.Delivered, 2), (again.State, again.Attempts));
        Assert.Equal(1, await CountAsync(row, $"Chưa đó {row}"));
    }

    [Fact]
    public async Task On_Telegram_only_a_person_can_tell()
    {
        await rooms.WriteAsync("khong-biet", "Không biết");
        await rooms.PlanAsync();
        await rooms.LeaveAsync("khong-biet.1.vi", "telegram", rooms.CutOff);
        rooms.Time.Advance(TimeSpan.FromSeconds(61));
        await rooms.SendAsync();

        var uncertain = await rooms.GetAsync("khong-biet.1.vi", "telegram");
        Assert.Equal(
            (DeliveryState.Uncertain, nameof(ProblemTexts.SendInterrupted), null),
            (uncertain.State, uncertain.Reason?.Code, uncertain.SettleAt));
        Assert.Contains(uncertain.Id, await rooms.TroubledAsync());
        Assert.Empty(rooms.OnTelegram("Không biết"));
    }

    [Fact]
    public async Task A_failure_whose_list_was_not_written_any_more_is_listed_when_its_batch_comes_again()
    {
        await rooms.WriteAsync("chua-ghi", "Chưa ghi sổ");
        await rooms.PlanAsync();
        await rooms.LeaveAsync(
            "chua-ghi.1.vi",
            "telegram",
            delivery => delivery with
            {
                State = DeliveryState.Failed,
                Reason = new(nameof(ProblemTexts.SendBroke)),
                EndedAt = rooms.Time.GetUtcNow(),
            });
        await rooms.SendAsync();

        Assert.Contains(DeliveryId.Parse("chua-ghi.1.vi.bung-lao.telegram", null), await rooms.TroubledAsync());
    }

    [Fact]
    public async Task A_correction_after_which_nothing_more_was_written_still_marks_what_it_replaced()
    {
        await rooms.WriteAsync("chua-danh-dau", "Chưa đánh dấu");
        await rooms.TickAsync();
        await rooms.WriteAsync("chua-danh-dau", "Đã đánh dấu");
        await rooms.TickAsync();
        var replaced = await rooms.GetAsync("chua-danh-dau.1.vi", "telegram");
        await rooms.LeaveAsync(
            "chua-danh-dau.1.vi", "telegram", delivery => delivery with { State = DeliveryState.Delivered, Reason = null });
        await rooms.LeaveAsync("chua-danh-dau.2.vi", "telegram", delivery => delivery);

        await rooms.WakeAsync();

        Assert.Equal((DeliveryState.Replaced, nameof(ProblemTexts.RevisionReplaced)), (replaced.State, replaced.Reason?.Code));
        Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync("chua-danh-dau.1.vi", "telegram")).State);
    }

    [Fact]
    public async Task A_plan_that_came_twice_goes_on_though_its_channel_fails_for_a_while()
    {
        await rooms.HandInPictureAsync("items/hai-lan.png", Pictures.Png(80, 60));
        await rooms.WriteAsync("hai-lan", "Hai lần", "communes: [bung-lao]\npicture: hai-lan.png\npictureAlt: Đồi mắc ca");
        var version = VersionId.Parse("hai-lan.1.vi", null);
        await rooms.Get<FanOut>()
            .TakeAsync(new(version, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow()), TestContext.Current.CancellationToken);
        rooms.Time.Advance(TimeSpan.FromSeconds(3));
        await rooms.PlanAsync();
        Assert.Equal(2, (await BacklogAsync()).Count);
        rooms.Facebook.FailNext(FacebookFault.ServerError, edge: FacebookEdge.Photos);

        await rooms.SendAsync();
        Assert.Equal(DeliveryState.Retrying, (await rooms.GetAsync("hai-lan.1.vi", "facebook")).State);
        Assert.Single(await BacklogAsync());
        rooms.Time.Advance(TimeSpan.FromSeconds(11));
        await rooms.WakeAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("hai-lan.1.vi", "facebook")).State);
        Assert.Equal(1, rooms.OnFacebook("Hai lần"));
        Assert.Empty(await BacklogAsync());
    }

    private Task<IReadOnlyList<Row<OpenBlock>>> BacklogAsync() => rooms.BacklogAsync("facebook_bung_lao");

    private async Task<int> CountAsync(string row, string title) => row switch
    {
        "trang-tin" => await rooms.InFeedAsync(title),
        "xem-truoc" => await rooms.InPreviewsAsync(title),
        _ => rooms.OnFacebook(title),
    };
}
