using Azure.Core;
using Azure.Data.Tables;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Simulators.Faults;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Local;
using Dissemination.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>One sender at a time on a share of the lanes, and nothing that comes meanwhile is lost.</summary>
public sealed class HeldShareTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const string Lane = "telegram_tinh";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_that_is_held_is_left_alone()
    {
        await rooms.HandInAsync("items/giu-lan.md", SampleFiles.Article("Giữ làn"));
        await using (var held = await TakeAsync(rooms.Get<LaneShares>().Of(Lane), TimeProvider.System))
        {
            await rooms.PublishAsync();

            Assert.Equal(0, Posted("Giữ làn"));
            Assert.Equal(DeliveryState.Due, (await rooms.DeliveryAsync("giu-lan.1.vi.bung-lao.telegram")).State);
            await held!.ReleaseAsync(ShareState.Nothing, Cancellation);
        }

        await rooms.WakeAsync();
        Assert.Equal(2, Posted("Giữ làn"));
    }

    [Fact]
    public async Task Its_holder_finds_what_came_while_it_was_sending()
    {
        await rooms.HandInAsync("items/dang-gui.md", SampleFiles.Article("Đang gửi", frontMatter: "communes: [bung-lao]"));
        await rooms.PlanAsync();
        var calls = rooms.Telegram.Calls;
        TaskCompletionSource answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
        rooms.Telegram.FailNext(new CallFault.Held(answers.Task));
        var holder = rooms.WakeAsync();
        await Eventually.IsTrueAsync(() => rooms.Telegram.Calls > calls, "the first is under way");

        await rooms.HandInAsync("items/den-sau.md", SampleFiles.Article("Đến sau", frontMatter: "communes: [bung-lao]"));
        await rooms.PublishAsync();
        Assert.False(holder.IsCompleted);
        Assert.Equal(DeliveryState.Due, (await rooms.DeliveryAsync("den-sau.1.vi.bung-lao.telegram")).State);
        answers.SetResult();
        await holder;
        await rooms.SendAsync();

        Assert.Equal((1, 1), (Posted("Đang gửi"), Posted("Đến sau")));
    }

    [Fact]
    public async Task What_a_person_lets_go_on_while_the_share_is_worked_at_goes_out_in_the_same_turn()
    {
        await rooms.HandInAsync("items/mo-lai-giua-chung.md", SampleFiles.Article("Mở lại giữa chừng", frontMatter: "communes: [bung-lao]"));
        await rooms.PlanAsync();
        var health = rooms.Get<HealthStore>();
        await health.StopLaneAsync(Lane, new(nameof(ProblemTexts.CredentialRefused), null, "Telegram", Lane), Cancellation);
        var share = rooms.Get<LaneShares>().Of(Lane);
        var turn = new ShareRun(
            share,
            await health.ReadAsync(Cancellation),
            ShareState.Nothing,
            new RecentVersions(rooms.Get<VersionReader>(), rooms.Time),
            rooms.Time.GetUtcNow());

        await health.ResumeLaneAsync(Lane, new("can-bo"), Cancellation);
        foreach (var row in await rooms.Get<Backlog>().FirstAsync(share, 50, Cancellation))
        {
            await rooms.Get<BlockSender>().SendAsync(turn, row, Cancellation);
        }

        var delivery = await rooms.DeliveryAsync("mo-lai-giua-chung.1.vi.bung-lao.telegram");
        Assert.Equal((DeliveryState.Delivered, 1), (delivery.State, delivery.Attempts));
    }

    [Fact]
    public async Task A_message_that_comes_again_while_its_share_is_held_and_a_guard_are_put_back()
    {
        const string lane = "lan_dang_giu";
        await using var held = await TakeAsync(lane, rooms.Time);
        var before = await MessagesAsync();

        await rooms.Get<ShareSender>().SendAsync(new(lane), comesAgain: false, Cancellation);
        Assert.Equal(before, await MessagesAsync());
        await rooms.Get<ShareSender>().SendAsync(new(lane), comesAgain: true, Cancellation);

        Assert.Equal(before + 1, await MessagesAsync());
        await rooms.Get<ShareSender>().SendAsync(new(lane, IsGuard: true), comesAgain: false, Cancellation);
        Assert.Equal(before + 2, await MessagesAsync());
    }

    [Fact]
    public async Task A_lease_lapses_when_its_holder_is_gone_and_stays_while_it_is_renewed()
    {
        // The clock of the first stands still, so it renews nothing; that of the second goes on each time that somebody looks.
        FakeTimeProvider going = new();
        await using var gone = await TakeAsync("lan_bo_quen", rooms.Time);
        await using var alive = await TakeAsync("lan_con_song", going);
        Assert.Null(await TakeAsync("lan_bo_quen", rooms.Time));

        ShareLease? next = null;
        await Eventually.IsTrueAsync(
            async () =>
            {
                going.Advance(ShareLease.Length / 3);
                return (next = await TakeAsync("lan_bo_quen", rooms.Time)) is not null;
            },
            "the lease lapses",
            pause: TimeSpan.FromMilliseconds(500));
        await next!.ReleaseAsync(ShareState.Nothing with { WakeAt = rooms.Time.GetUtcNow() }, Cancellation);
        await next.DisposeAsync();
        Assert.Null(await TakeAsync("lan_con_song", rooms.Time));

        // Who comes late with what it remembers writes over nothing.
        await gone!.ReleaseAsync(ShareState.Nothing, Cancellation);
        await using var last = await TakeAsync("lan_bo_quen", rooms.Time);
        Assert.Equal(rooms.Time.GetUtcNow(), last!.Memory.WakeAt);
    }

    [Fact]
    public async Task What_a_killed_sender_held_goes_on_by_the_message_that_it_left_behind()
    {
        await rooms.HandInAsync("items/bi-giet.md", SampleFiles.Article("Bị giết", frontMatter: "communes: [bung-lao]"));
        await rooms.PlanAsync();
        await foreach (var _ in Rooms.TakeAsync(rooms.Store.Lanes))
        {
            // Nothing wakes the share but what its sender leaves.
        }

        var reportDue = Keys.ReportDue("bi-giet");
        await rooms.Store.Editorial.DeleteEntityAsync(Keys.Editorial, reportDue, cancellationToken: Cancellation);
        var calls = rooms.Telegram.Calls;
        TaskCompletionSource answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
        rooms.Telegram.FailNext(new CallFault.Held(answers.Task));
        using var kill = new CancellationTokenSource();
        var killed = rooms.Get<ShareSender>().SendAsync([new(rooms.Get<LaneShares>().Of(Lane), Guard: null)], kill.Token);
        await Eventually.IsTrueAsync(() => rooms.Telegram.Calls > calls, "it is under way");
        await rooms.HandInAsync("items/cho-san.md", SampleFiles.Article("Chờ sẵn", frontMatter: "communes: [bung-lao]"));
        await rooms.PlanAsync();
        await kill.CancelAsync();
        answers.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => killed);

        // One that is stopped in order keeps the answer that was on its way, and asks for the report of it.
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("bi-giet.1.vi.bung-lao.telegram")).State);
        Assert.True(
            (await rooms.Store.Editorial.GetEntityIfExistsAsync<TableEntity>(
                Keys.Editorial, reportDue, cancellationToken: Cancellation)).HasValue);

        await UntilPostedAsync("Chờ sẵn");
    }

    [Fact]
    public async Task The_report_of_what_has_ended_is_asked_for_before_its_block_leaves_the_backlog()
    {
        await rooms.HandInAsync("items/bao-cao-truoc.md", SampleFiles.Article("Báo cáo trước", frontMatter: "communes: [bung-lao]"));
        await rooms.PlanAsync();
        var reportDue = Keys.ReportDue("bao-cao-truoc");
        await rooms.Store.Editorial.DeleteEntityAsync(Keys.Editorial, reportDue, cancellationToken: Cancellation);
        bool? isAskedFor = null;
        var leaving = new Meanwhile(
            call => call.Method == RequestMethod.Post && call.Uri.Path.EndsWith("$batch", StringComparison.Ordinal),
            async () => isAskedFor = (await rooms.Store.Editorial.GetEntityIfExistsAsync<TableEntity>(
                Keys.Editorial, reportDue, cancellationToken: Cancellation)).HasValue);
        var sender = ActivatorUtilities.CreateInstance<ShareSender>(
            rooms.Services, new Backlog(rooms.StoreWith(leaving), rooms.Time));

        await sender.SendAsync(new ShareWake(rooms.Get<LaneShares>().Of(Lane)), comesAgain: false, Cancellation);

        Assert.Equal(1, Posted("Báo cáo trước"));
        Assert.True(isAskedFor);
    }

    [Fact]
    public async Task What_was_planned_by_one_that_was_killed_right_then_goes_out_by_the_message_that_it_left_behind()
    {
        await rooms.HandInAsync("items/chi-len-ke-hoach.md", SampleFiles.Article("Chỉ lên kế hoạch", frontMatter: "communes: [bung-lao]"));
        await rooms.PlanAsync();

        await UntilPostedAsync("Chỉ lên kế hoạch");
    }

    /// <summary>Nothing wakes a share but its messages.</summary>
    private Task UntilPostedAsync(string title) => Eventually.IsTrueAsync(
        async () =>
        {
            await foreach (var message in Rooms.TakeAsync(rooms.Store.Lanes))
            {
                await rooms.Get<ShareSender>().SendAsync(DeliveryQueues.ReadWake(message), comesAgain: false, Cancellation);
            }

            return Posted(title) == 1;
        },
        "another goes on",
        pause: TimeSpan.FromMilliseconds(500));

    private Task<ShareLease?> TakeAsync(string lane, TimeProvider time) =>
        ShareLease.TryTakeAsync(rooms.Store.Container(Containers.Lanes), lane, time, Cancellation);

    private async Task<int> MessagesAsync() => (await rooms.Store.Lanes.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;

    private int Posted(string title) => rooms.Telegram.Posts.Count(post => post.Text.StartsWith(title, StringComparison.Ordinal));
}
