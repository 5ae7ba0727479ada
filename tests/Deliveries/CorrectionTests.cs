using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;

namespace Dissemination.Tests.Deliveries;

/// <summary>What a second revision does to what the first one posted.</summary>
public sealed class CorrectionTests(AllChannels rooms) : IClassFixture<AllChannels>
{
    [Fact]
    public async Task Posts_feeds_and_previews_are_corrected_in_their_place_and_the_first_revision_is_out_no_more()
    {
        await ReviseAsync("sua-bai", "Bản thứ nhất");
        var (chat, first) = (rooms.OnTelegram("Bản thứ nhất"), await rooms.GetAsync("sua-bai.1.vi", "telegram"));
        var page = rooms.Facebook.Posts.Single(post => post.Message.StartsWith("Bản thứ nhất", StringComparison.Ordinal)).Id;

        await ReviseAsync("sua-bai", "Bản thứ hai");

        Assert.Equal(chat, rooms.OnTelegram("Bản thứ hai"));
        Assert.Equal(page, rooms.Facebook.Posts.Single(post => post.Message.StartsWith("Bản thứ hai", StringComparison.Ordinal)).Id);
        Assert.Empty(rooms.OnTelegram("Bản thứ nhất"));
        Assert.Equal((0, 1), (await rooms.InFeedAsync("Bản thứ nhất"), await rooms.InFeedAsync("Bản thứ hai")));
        Assert.Equal((0, 1), (await rooms.InPreviewsAsync("Bản thứ nhất"), await rooms.InPreviewsAsync("Bản thứ hai")));
        foreach (var row in (string[])["telegram", "facebook", "trang-tin", "xem-truoc"])
        {
            var (before, after) = (await rooms.GetAsync("sua-bai.1.vi", row), await rooms.GetAsync("sua-bai.2.vi", row));
            Assert.Equal((DeliveryState.Replaced, nameof(ProblemTexts.RevisionReplaced)), (before.State, before.Reason?.Code));
            Assert.Equal((DeliveryState.Delivered, DeliveryAction.Edit, before.Id), (after.State, after.Action, after.Target!.Value));
        }

        // And once more: the third finds what the second left.
        await ReviseAsync("sua-bai", "Bản thứ ba");
        Assert.Equal(chat, rooms.OnTelegram("Bản thứ ba"));
        Assert.Equal(DeliveryId.Parse("sua-bai.2.vi.bung-lao.telegram", null), (await rooms.GetAsync("sua-bai.3.vi", "telegram")).Target);
        Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync("sua-bai.2.vi", "telegram")).State);
        Assert.Equal(first.Reference, (await rooms.GetAsync("sua-bai.3.vi", "telegram")).Reference);
    }

    [Fact]
    public async Task A_revision_that_comes_before_the_first_went_out_is_an_ordinary_post()
    {
        await rooms.WriteAsync("chua-kip", "Chưa kịp đi");
        await rooms.PlanAsync();

        await ReviseAsync("chua-kip", "Đi thay");

        var post = await rooms.GetAsync("chua-kip.2.vi", "telegram");
        Assert.Equal((DeliveryState.Delivered, DeliveryAction.Post, null), (post.State, post.Action, post.Target));
        Assert.Equal((0, 1), (rooms.OnTelegram("Chưa kịp đi").Count, rooms.OnTelegram("Đi thay").Count));
        Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync("chua-kip.1.vi", "nhom-ban")).State);
        Assert.Single(
            await rooms.HandTasksAsync(),
            task => task is { Delivery: { Version.Item.Value: "chua-kip", Destination.Name: "nhom-ban" }, Action: DeliveryAction.Post });
    }

    [Fact]
    public async Task What_stands_in_a_block_that_cannot_be_read_gives_way_once_that_is_mended()
    {
        await ReviseAsync("khoi-hong", "Khối hỏng");
        var task = (await rooms.Get<DeliveryCommands>().FindAsync(
            DeliveryId.Parse("khoi-hong.1.vi.bung-lao.loa", null), TestContext.Current.CancellationToken))!;
        var block = (await rooms.Store.Deliveries.GetEntityAsync<TableEntity>(
            task.Block.Version.ToString(), task.Block.Name, cancellationToken: TestContext.Current.CancellationToken)).Value;
        await WriteAsync(new(block) { ["Deflated"] = new byte[] { 1, 2, 3 } });
        await ReviseAsync("khoi-hong", "Khối hỏng, sửa lại");

        await WriteAsync(block);
        rooms.Time.Advance(TimeSpan.FromMinutes(2));
        await rooms.TickAsync();

        Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync("khoi-hong.1.vi", "loa")).State);
        Assert.Equal(DeliveryState.Due, (await rooms.GetAsync("khoi-hong.2.vi", "loa")).State);

        Task WriteAsync(TableEntity entity) =>
            rooms.Store.Deliveries.UpsertEntityAsync(entity, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_sender_that_read_the_first_a_moment_ago_does_not_post_it_beside_the_second()
    {
        await rooms.WriteAsync("vua-doc", "Vừa đọc xong");
        await rooms.PlanAsync();
        var read = (
            await rooms.Get<DeliveryCommands>()
                .FindAsync(DeliveryId.Parse("vua-doc.1.vi.bung-lao.telegram", null), TestContext.Current.CancellationToken))!;

        await rooms.WriteAsync("vua-doc", "Bản thay thế");
        await rooms.PlanAsync();

        var begun = read.Value.Apply(new DeliveryEvent.SendBegun(rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow()))!;
        Assert.Empty(await rooms.Get<DeliveryLedger>().WriteAsync([(read, begun)], TestContext.Current.CancellationToken));
        Assert.Equal(DeliveryAction.Post, (await rooms.GetAsync("vua-doc.2.vi", "telegram")).Action);
    }

    [Fact]
    public async Task Where_nobody_knows_of_the_first_a_person_looks()
    {
        await rooms.WriteAsync("mu-mo", "Mù mờ");
        rooms.Telegram.FailNext(new CallFault.Cut(Accept: true));
        await rooms.TickAsync();
        var calls = rooms.Telegram.Calls;

        await ReviseAsync("mu-mo", "Rõ ràng");

        await AssertHandTaskAsync("mu-mo.2.vi", "telegram", nameof(ProblemTexts.EarlierPostUncertain));
        Assert.Equal(calls, rooms.Telegram.Calls);

        // Once the person has corrected it, the first is out no more.
        Assert.True((await rooms.ActAsync(new DeliveryCommand.SeenThere(), "mu-mo.1.vi", "telegram")).IsDone);
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), "mu-mo.2.vi", "telegram")).IsDone);
        Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync("mu-mo.1.vi", "telegram")).State);
    }

    [Fact]
    public async Task A_post_whose_form_changes_is_corrected_by_hand_and_its_task_says_why()
    {
        await ReviseAsync("doi-dang", "Đổi dạng");
        await rooms.WriteAsync(
            "doi-dang",
            "Đổi dạng lần hai",
            "communes: [bung-lao]\noverflow: split",
            string.Join("\n\n", Enumerable.Range(0, 60).Select(number => $"Đoạn {number}. {new string('a', 90)}")));
        await rooms.TickAsync();

        await AssertHandTaskAsync("doi-dang.2.vi", "telegram", nameof(ProblemTexts.PostHasOtherForm));
        Assert.Single(rooms.OnTelegram("Đổi dạng"));
    }

    [Fact]
    public async Task A_picture_that_comes_to_a_page_is_left_to_a_person_with_the_reason()
    {
        await ReviseAsync("them-anh", "Thêm ảnh");
        await rooms.HandInPictureAsync("items/doi.png", Pictures.Png(80, 60));
        await rooms.WriteAsync("them-anh", "Thêm ảnh rồi", "communes: [bung-lao]\npicture: doi.png\npictureAlt: Đồi mắc ca");
        await rooms.TickAsync();

        await AssertHandTaskAsync("them-anh.2.vi", "facebook", nameof(ProblemTexts.FacebookPictureByHand));
        Assert.Equal(1, rooms.OnFacebook("Thêm ảnh rồi"));
    }

    [Fact]
    public async Task A_Zalo_group_is_corrected_by_hand()
    {
        await ReviseAsync("zalo-sua", "Zalo bản đầu");
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("zalo-sua.1.vi", "zalo")).State);

        await ReviseAsync("zalo-sua", "Zalo bản hai");

        await AssertHandTaskAsync("zalo-sua.2.vi", "zalo", nameof(ProblemTexts.ChannelLetsNoMachineChange));
        Assert.Equal((1, 0), (rooms.OnZalo("Zalo bản đầu"), rooms.OnZalo("Zalo bản hai")));
        Assert.True((await rooms.ActAsync(new DeliveryCommand.Confirm(null), "zalo-sua.2.vi", "zalo")).IsDone);
        Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync("zalo-sua.1.vi", "zalo")).State);
    }

    [Fact]
    public async Task What_people_posted_they_correct_and_what_was_read_out_is_read_out_anew()
    {
        await ReviseAsync("bang-tay", "Bằng tay");
        await rooms.ActAsync(new DeliveryCommand.Confirm(null), "bang-tay.1.vi", "nhom-ban");
        await rooms.ActAsync(new DeliveryCommand.Confirm(30), "bang-tay.1.vi", "loa");

        await ReviseAsync("bang-tay", "Bằng tay lần hai");

        var (group, loudspeaker) = (await rooms.GetAsync("bang-tay.2.vi", "nhom-ban"), await rooms.GetAsync("bang-tay.2.vi", "loa"));
        Assert.Equal(
            (DeliveryState.Due, DeliveryAction.Edit, DeliveryId.Parse("bang-tay.1.vi.bung-lao.nhom-ban", null)),
            (group.State, group.Action, group.Target!.Value));
        Assert.Equal((DeliveryState.Due, DeliveryAction.Post, null), (loudspeaker.State, loudspeaker.Action, loudspeaker.Target));
        Assert.Equal(DeliveryState.Delivered, (await rooms.GetAsync("bang-tay.1.vi", "loa")).State);

        var posted = await rooms.GetAsync("bang-tay.1.vi", "nhom-ban");
        await rooms.ActAsync(new DeliveryCommand.Confirm(null), "bang-tay.2.vi", "nhom-ban");
        Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync("bang-tay.1.vi", "nhom-ban")).State);

        // Where that was a slip, the first is what stands there.
        await rooms.ActAsync(new DeliveryCommand.TakeBack(), "bang-tay.2.vi", "nhom-ban");
        var again = await rooms.GetAsync("bang-tay.1.vi", "nhom-ban");
        Assert.Equal(posted with { Writes = again.Writes }, again);
        await rooms.ActAsync(new DeliveryCommand.Confirm(null), "bang-tay.2.vi", "nhom-ban");
        Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync("bang-tay.1.vi", "nhom-ban")).State);
    }

    [Fact]
    public async Task What_went_out_is_corrected_however_many_revisions_in_between_did_not()
    {
        await ReviseAsync("lau-roi", "Lâu rồi bản đầu");
        for (var revision = 2; revision <= 7; revision++)
        {
            await rooms.WriteAsync("lau-roi", $"Lâu rồi chưa gửi {(char)('a' + revision)}");
        }

        await ReviseAsync("lau-roi", "Lâu rồi bản cuối");

        var last = await rooms.GetAsync("lau-roi.8.vi", "telegram");
        Assert.Equal(
            (DeliveryAction.Edit, DeliveryId.Parse("lau-roi.1.vi.bung-lao.telegram", null)), (last.Action, last.Target!.Value));
        Assert.Equal((0, 1), (rooms.OnTelegram("Lâu rồi bản đầu").Count, rooms.OnTelegram("Lâu rồi bản cuối").Count));
    }

    [Fact]
    public async Task A_correction_of_pictures_alone_asks_no_loudspeaker_to_read_the_same_words_again()
    {
        await rooms.HandInPictureAsync("items/anh-cu.png", Pictures.Png(80, 60));
        await rooms.HandInPictureAsync("items/anh-moi.png", Pictures.Png(90, 60));
        await ShowAsync("Chỉ sửa ảnh", "anh-cu.png");
        await rooms.ActAsync(new DeliveryCommand.Confirm(null), "chi-sua-anh.1.vi", "nhom-ban");
        await rooms.ActAsync(new DeliveryCommand.Confirm(30), "chi-sua-anh.1.vi", "loa");

        await ShowAsync("Chỉ sửa ảnh", "anh-moi.png");
        Assert.Null(await rooms.FindAsync("chi-sua-anh.2.vi", "loa"));
        Assert.Equal(DeliveryAction.Edit, (await rooms.GetAsync("chi-sua-anh.2.vi", "nhom-ban")).Action);
        var read = await rooms.GetAsync("chi-sua-anh.1.vi", "loa");
        Assert.Equal((DeliveryState.Delivered, 30), (read.State, read.Attendance));
        Assert.DoesNotContain(
            await rooms.HandTasksAsync(), task => task is { Delivery: { Version.Item.Value: "chi-sua-anh", Destination.Name: "loa" } });

        // Nor for other words of a picture: nobody hears them.
        await ShowAsync("Chỉ sửa ảnh", "anh-moi.png", "Đồi mắc ca ở Búng Lao");
        Assert.Null(await rooms.FindAsync("chi-sua-anh.3.vi", "loa"));

        // Other words are read, also where the revision before them was not.
        await ShowAsync("Sửa cả chữ", "anh-moi.png");
        Assert.Equal(DeliveryState.Due, (await rooms.GetAsync("chi-sua-anh.4.vi", "loa")).State);

        Task ShowAsync(string title, string picture, string alt = "Đồi mắc ca")
        {
            rooms.Time.Advance(TimeSpan.FromMinutes(1));
            return ReviseAsync("chi-sua-anh", title, $"communes: [bung-lao]\npicture: {picture}\npictureAlt: {alt}");
        }
    }

    [Fact]
    public async Task A_loudspeaker_that_has_not_read_yet_is_asked_for_the_newest_revision()
    {
        await ReviseAsync("chua-doc", "Chưa đọc");
        await ReviseAsync("chua-doc", "Chưa đọc", "communes: [bung-lao]\ntopics: []\noverflow: split");

        Assert.Equal(DeliveryState.Replaced, (await rooms.GetAsync("chua-doc.1.vi", "loa")).State);
        Assert.Equal(DeliveryState.Due, (await rooms.GetAsync("chua-doc.2.vi", "loa")).State);
    }

    private async Task ReviseAsync(string item, string title, string frontMatter = "communes: [bung-lao]")
    {
        await rooms.WriteAsync(item, title, frontMatter);
        await rooms.TickAsync();
    }

    private async Task AssertHandTaskAsync(string version, string row, string reason)
    {
        var task = await rooms.GetAsync(version, row);
        Assert.Equal((DeliveryState.Due, true, reason), (task.State, task.IsByHand, task.Reason?.Code));
        Assert.Contains(await rooms.HandTasksAsync(), entry => entry.Delivery == task.Id && entry.Reason?.Code == reason);
    }
}
