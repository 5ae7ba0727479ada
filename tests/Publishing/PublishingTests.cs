using Azure;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Waiting;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Translation;

namespace Dissemination.Tests.Publishing;

/// <summary>What goes out, when, and what does not.</summary>
public sealed class PublishingTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_without_an_approval_waits_for_one()
    {
        await rooms.HandInAsync("items/cho-duyet.md", SampleFiles.Article("Chờ duyệt", approved: false));
        await rooms.PublishAsync();
        Assert.Null(
            await rooms.Get<DeliveryCommands>().FindAsync(DeliveryId.Parse("cho-duyet.1.vi.bung-lao.trang-tin", null), Cancellation));

        var read = (await rooms.Get<ItemReader>().FindAsync(new("cho-duyet"), Cancellation))!;
        var refused = await rooms.Get<ItemCommands>()
            .ApproveAsync(new("cho-duyet"), new("can-bo"), ("MẪU-02", new(2026, 11, 23)), ItemVersion.Of(read.Value), Cancellation);
        Assert.False(refused.IsValid);
        var approved = await rooms.Get<ItemCommands>()
            .ApproveAsync(new("cho-duyet"), new("lanh-dao"), ("MẪU-02 (mẫu)", new(2026, 11, 23)), ItemVersion.Of(read.Value), Cancellation);
        Assert.True(approved.IsValid);

        await rooms.PublishAsync();
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("cho-duyet.1.vi.bung-lao.trang-tin")).State);
    }

    [Fact]
    public async Task A_translation_goes_out_once_it_is_approved_and_its_commune_waits_for_that_language_alone()
    {
        await rooms.HandInAsync("items/hai-tieng.md", SampleFiles.Article("Hai tiếng"));
        await rooms.PublishAsync();
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("hai-tieng.1.vi.bung-lao.telegram")).State);
        Assert.Null(
            await rooms.Get<DeliveryCommands>().FindAsync(DeliveryId.Parse("hai-tieng.1.blt-Tavt.bung-lao.telegram", null), Cancellation));

        await TranslateAsync("hai-tieng.1.blt-Tavt", editor: "bung-lao-1", reviewer: "bung-lao-2");
        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("hai-tieng.1.blt-Tavt.bung-lao.telegram")).State);
        Assert.Contains(rooms.Telegram.Posts, post => post.Chat == -1001 && post.Text.Contains("ꪵꪒꪉ", StringComparison.Ordinal));
        Assert.DoesNotContain(rooms.Telegram.Posts, post => post.Chat != -1001 && post.Text.Contains("ꪵꪒꪉ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Approving_an_item_hands_over_the_translations_that_were_approved_before_it()
    {
        await rooms.HandInAsync("items/dich-truoc.md", SampleFiles.Article("Dịch trước", approved: false));
        await TranslateAsync("dich-truoc.1.blt-Tavt", editor: "bung-lao-1", reviewer: "bung-lao-2");
        await rooms.PublishAsync();
        Assert.Null(
            await rooms.Get<DeliveryCommands>().FindAsync(DeliveryId.Parse("dich-truoc.1.blt-Tavt.bung-lao.telegram", null), Cancellation));

        await rooms.Get<ItemCommands>()
            .ApproveAsync(new("dich-truoc"), new("lanh-dao"), ("MẪU-03 (mẫu)", new(2026, 11, 23)), ETag.All, Cancellation);
        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("dich-truoc.1.blt-Tavt.bung-lao.telegram")).State);
    }

    [Fact]
    public async Task Nothing_goes_out_before_its_local_time()
    {
        // 08:00 on the 23rd in Việt Nam is 01:00 UTC, which it is now.
        var local = TimeZoneInfo.ConvertTime(rooms.Time.GetUtcNow().AddHours(2), LocalTime.Zone);
        await rooms.HandInAsync("items/hen-gio.md", SampleFiles.Article("Hẹn giờ", frontMatter: $"publishAt: {local:yyyy-MM-dd HH:mm}"));
        await rooms.PublishAsync();
        Assert.Null(await rooms.Get<DeliveryCommands>().FindAsync(DeliveryId.Parse("hen-gio.1.vi.bung-lao.telegram", null), Cancellation));

        rooms.Time.Advance(TimeSpan.FromHours(2));
        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("hen-gio.1.vi.bung-lao.telegram")).State);
    }

    [Fact]
    public async Task A_late_translation_is_dated_by_the_day_on_which_it_was_posted_and_is_measured_from_then_on()
    {
        var publishAt = rooms.Time.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(publishAt, LocalTime.Zone);
        await rooms.HandInAsync(
            "items/dich-muon.md",
            SampleFiles.Article("Dịch muộn", frontMatter: $"communes: [bung-lao]\npublishAt: {local:yyyy-MM-dd HH:mm}"));
        await rooms.PublishAsync();
        var (id, translations) = (VersionId.Parse("dich-muon.1.blt-Tavt", null), rooms.Get<TranslationService>());

        rooms.Time.Advance(TimeSpan.FromDays(40));
        Assert.Null(
            (await translations.DraftAsync(
                id, new("ꪹꪣꪉ ꪣꪴꪙ", null, "ꪵꪒꪉ 40.000 ha ꪣꪉ."), await rooms.PersonAsync("bung-lao-1"), ETag.All, Cancellation)).Problem);
        Assert.Null((await translations.SubmitAsync(id, await rooms.PersonAsync("bung-lao-1"), ETag.All, Cancellation)).Problem);
        Assert.Null((await translations.ApproveAsync(id, await rooms.PersonAsync("bung-lao-2"), ETag.All, Cancellation)).Problem);
        await rooms.PublishAsync();

        Assert.Equal(rooms.Time.GetUtcNow(), await DateInFeedAsync("blt-Tavt", "ꪹꪣꪉ ꪣꪴꪙ"));
        Assert.Equal(publishAt, await DateInFeedAsync("vi", "Dịch muộn"));
        var published = await rooms.Store.Editorial
            .BetweenAsync(
                Keys.Editorial,
                Keys.PublishedPrefix,
                Keys.PublishedUntil(rooms.Time.GetUtcNow().AddDays(-30)),
                PublishingJson.Default.PublishedVersion,
                Cancellation)
            .Select(row => row.Value.Version)
            .ToListAsync(Cancellation);
        Assert.Contains(id, published);
        Assert.DoesNotContain(VersionId.Parse("dich-muon.1.vi", null), published);
    }

    [Fact]
    public void What_is_approved_after_its_time_is_due_now()
    {
        var now = rooms.Time.GetUtcNow();
        var item = new Item
        {
            Id = new("duyet-muon"),
            Revision = 1,
            ContentHash = "x",
            SourceFile = "x.md",
            HandIn = default,
            Kind = ItemKind.Article,
            Headline = "x",
            Sample = false,
            AcceptedAt = now,
            Approval = new(new("lanh-dao"), "x", new(2026, 11, 1)),
        };

        Assert.Equal(now, Assert.Single(ItemDecisions.DueOnApproval(item with { PublishAt = now.AddDays(-40) }, [item.Original], now)).At);
        Assert.Equal(
            now.AddDays(1), Assert.Single(ItemDecisions.DueOnApproval(item with { PublishAt = now.AddDays(1) }, [item.Original], now)).At);
    }

    private async Task<DateTimeOffset> DateInFeedAsync(string language, string title) =>
        (DateTimeOffset)(await rooms.FeedAsync("bung-lao", language))
            .Single(entry => (string?)entry!["title"] == title)!["date_published"]!;

    [Fact]
    public async Task Nothing_goes_out_after_its_item_expired_or_was_withdrawn_though_it_was_planned_before()
    {
        var local = TimeZoneInfo.ConvertTime(rooms.Time.GetUtcNow().AddHours(1), LocalTime.Zone);
        await rooms.HandInAsync("items/het-han.md", SampleFiles.Article("Quá hạn", frontMatter: $"expiresAt: {local:yyyy-MM-dd HH:mm}"));
        await rooms.HandInAsync("items/rut-lai.md", SampleFiles.Article("Rút lại"));
        await rooms.PlanAsync();

        rooms.Time.Advance(TimeSpan.FromHours(1));
        await rooms.Get<ItemCommands>().WithdrawAsync(new("rut-lai"), new("can-bo"), "Sai số liệu", ETag.All, Cancellation);
        await rooms.SendAsync();

        var (expired, withdrawn) = (
            await rooms.DeliveryAsync("het-han.1.vi.bung-lao.telegram"), await rooms.DeliveryAsync("rut-lai.1.vi.bung-lao.telegram"));
        Assert.Equal((DeliveryState.Expired, nameof(ProblemTexts.ItemExpired)), (expired.State, expired.Reason?.Code));
        Assert.Equal((DeliveryState.Withdrawn, nameof(ProblemTexts.ItemWithdrawn)), (withdrawn.State, withdrawn.Reason?.Code));
        Assert.DoesNotContain(
            rooms.Telegram.Posts,
            post => post.Text.StartsWith("Quá hạn", StringComparison.Ordinal) || post.Text.StartsWith("Rút lại", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_commune_that_confirms_lets_its_post_go_out_with_one_act()
    {
        await rooms.HandInAsync("items/xac-nhan.md", SampleFiles.Article("Xác nhận"));
        await rooms.PublishAsync();
        var id = DeliveryId.Parse("xac-nhan.1.vi.sin-thau.telegram", null);
        Assert.Equal(DeliveryState.Held, (await rooms.DeliveryAsync(id.ToString())).State);

        var stranger = await rooms.Get<DeliveryCommands>().ReleaseAsync(id, await rooms.PersonAsync("bung-lao-1"), Cancellation);
        Assert.Equal(nameof(ProblemTexts.NotYourCommune), stranger.Problem?.Code);
        await rooms.Get<DeliveryCommands>().ReleaseAsync(id, await rooms.PersonAsync("sin-thau-1"), Cancellation);
        await rooms.SendAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync(id.ToString())).State);
        Assert.DoesNotContain(
            (await rooms.Get<WaitingReader>().HeldAsync(new("sin-thau"), null, Cancellation)).Rows, row => row.Value.Delivery == id);
    }

    [Fact]
    public async Task A_release_with_a_grace_is_sent_when_that_is_over_and_is_undone_before()
    {
        await rooms.HandInAsync("items/cho-mot-lat.md", SampleFiles.Article("Chờ một lát"));
        await rooms.PublishAsync();
        var id = DeliveryId.Parse("cho-mot-lat.1.vi.sin-thau.telegram", null);
        var release = new DeliveryCommand.Release { Grace = TimeSpan.FromSeconds(15) };
        await ActAsync(release);
        await rooms.SendAsync();
        Assert.Equal(DeliveryState.Due, (await rooms.DeliveryAsync(id.ToString())).State);
        await ActAsync(new DeliveryCommand.UndoRelease("Sín Thầu"));
        rooms.Time.Advance(release.Grace);
        await rooms.SendAsync();
        Assert.Equal(DeliveryState.Held, (await rooms.DeliveryAsync(id.ToString())).State);

        await ActAsync(release);
        rooms.Time.Advance(release.Grace);
        await rooms.SendAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync(id.ToString())).State);

        async Task ActAsync(DeliveryCommand command)
        {
            var done = await rooms.Get<DeliveryCommands>().ExecuteOneAsync(
                command, id, await rooms.PersonAsync("sin-thau-1"), Cancellation);
            Assert.True(done.IsDone, done.Problem?.Code);
        }
    }

    [Fact]
    public async Task A_hand_task_is_listed_for_its_commune_until_a_person_confirms_it_and_a_second_tap_changes_nothing()
    {
        await rooms.HandInAsync("items/phat-loa.md", SampleFiles.Article("Phát loa"));
        await rooms.PublishAsync();
        var id = DeliveryId.Parse("phat-loa.1.vi.bung-lao.loa", null);
        Assert.Contains(
            (await rooms.Get<WaitingReader>().HandTasksAsync(new("bung-lao"), null, Cancellation)).Rows, row => row.Value.Delivery == id);

        var person = await rooms.PersonAsync("bung-lao-1");
        var first = await rooms.Get<DeliveryCommands>().ConfirmAsync(id, 45, person, Cancellation);
        var second = await rooms.Get<DeliveryCommands>().ConfirmAsync(id, 45, person, Cancellation);

        Assert.Equal((DeliveryState.Delivered, 45), (first.Value!.Value.State, first.Value.Value.Attendance));
        Assert.Equal(45, second.Value?.Value.Attendance);
        Assert.DoesNotContain(
            (await rooms.Get<WaitingReader>().HandTasksAsync(new("bung-lao"), null, Cancellation)).Rows, row => row.Value.Delivery == id);
    }

    [Fact]
    public async Task A_plan_that_was_cut_off_is_completed_and_doubles_nothing()
    {
        await rooms.HandInAsync("items/dang-do.md", SampleFiles.Article("Dang dở"));
        var step = new FanOutStep(VersionId.Parse("dang-do.1.vi", null), rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow());

        // All of it is written; then the program dies, and the message comes again.
        await rooms.Get<FanOut>().TakeAsync(step, Cancellation);
        await rooms.PublishAsync();

        Assert.Equal(7, (await rooms.Get<DeliveryPages>().PageAsync(null, new("dang-do"), null, null, Cancellation)).Rows.Count);
        Assert.Single(rooms.Telegram.Posts, post => post.Chat == -1001 && post.Text.StartsWith("Dang dở", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_revision_replaces_what_has_not_gone_out_yet()
    {
        await rooms.HandInAsync("items/ban-sua.md", SampleFiles.Article("Bản đầu"));
        await rooms.PlanAsync();
        await rooms.HandInAsync("items/ban-sua.md", SampleFiles.Article("Bản sửa"));
        await rooms.PublishAsync();

        Assert.Equal(nameof(ProblemTexts.RevisionReplaced), (await rooms.DeliveryAsync("ban-sua.1.vi.bung-lao.telegram")).Reason?.Code);
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("ban-sua.2.vi.bung-lao.telegram")).State);
        Assert.DoesNotContain(rooms.Telegram.Posts, post => post.Text.StartsWith("Bản đầu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Withdrawing_an_item_takes_its_hand_tasks_off_the_lists_and_nobody_can_confirm_them_any_more()
    {
        await rooms.HandInAsync("items/thoi-phat.md", SampleFiles.Article("Thôi phát"));
        await rooms.PublishAsync();
        var id = DeliveryId.Parse("thoi-phat.1.vi.bung-lao.loa", null);

        await rooms.Get<ItemCommands>().WithdrawAsync(new("thoi-phat"), new("can-bo"), "Sai số liệu", ETag.All, Cancellation);
        var confirmed = await rooms.Get<DeliveryCommands>().ConfirmAsync(id, null, await rooms.PersonAsync("bung-lao-1"), Cancellation);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);

        Assert.Equal(nameof(ProblemTexts.ItemWithdrawn), confirmed.Problem?.Code);
        Assert.Equal(DeliveryState.Withdrawn, (await rooms.DeliveryAsync(id.ToString())).State);
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("thoi-phat.1.vi.bung-lao.telegram")).State);
        Assert.DoesNotContain(
            (await rooms.Get<WaitingReader>().HandTasksAsync(new("bung-lao"), null, Cancellation)).Rows, row => row.Value.Delivery == id);
    }

    [Fact]
    public async Task An_item_and_two_translations_that_are_approved_at_once_all_go_out()
    {
        await rooms.HandInAsync("items/cung-luc.md", SampleFiles.Article("Cùng lúc", approved: false));
        await rooms.HandInAsync("items/cung-luc.blt-Tavt.md", "---\ntitle: ꪹꪣꪉ\n---\nꪵꪒꪉ 40.000 ha.\n");
        await rooms.HandInAsync("items/cung-luc.hmn-Latn-x-chv.md", "---\ntitle: Mắc ca\n---\nCôngx 40.000 ha.\n");

        await Task.WhenAll(
            UntilDoneAsync(
                async () => (
                    await rooms.Get<ItemCommands>()
                        .ApproveAsync(
                            new("cung-luc"), new("lanh-dao"), ("MẪU-04 (mẫu)", new(2026, 11, 23)), ETag.All, Cancellation)).IsValid),
            UntilDoneAsync(
                async () => (
                    await rooms.Get<TranslationService>()
                        .ApproveAsync(
                            VersionId.Parse("cung-luc.1.blt-Tavt", null),
                            await rooms.PersonAsync("bung-lao-1"),
                            ETag.All,
                            Cancellation)).IsDone),
            UntilDoneAsync(
                async () => (
                    await rooms.Get<TranslationService>()
                        .ApproveAsync(
                            VersionId.Parse("cung-luc.1.hmn-Latn-x-chv", null),
                            await rooms.PersonAsync("na-bung-1"),
                            ETag.All,
                            Cancellation)).IsDone));
        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("cung-luc.1.vi.bung-lao.telegram")).State);
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("cung-luc.1.blt-Tavt.bung-lao.telegram")).State);
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("cung-luc.1.hmn-Latn-x-chv.na-bung.telegram")).State);

        // Only the schedule changes: both approved translations come along and go out with the new revision.
        await rooms.HandInAsync("items/cung-luc.md", SampleFiles.Article("Cùng lúc", frontMatter: "expiresAt: 2027-12-31"));
        await rooms.PublishAsync();
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("cung-luc.2.blt-Tavt.bung-lao.telegram")).State);
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("cung-luc.2.hmn-Latn-x-chv.na-bung.telegram")).State);

        static async Task UntilDoneAsync(Func<Task<bool>> act)
        {
            while (!await act())
            {
                Cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task TranslateAsync(string version, string editor, string reviewer)
    {
        var (id, translations) = (VersionId.Parse(version, null), rooms.Get<TranslationService>());
        var read = await rooms.TranslationAsync(version);
        var drafted = await translations.DraftAsync(
            id, new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha."), await rooms.PersonAsync(editor), read.ETag, Cancellation);
        var submitted = await translations.SubmitAsync(id, await rooms.PersonAsync(editor), drafted.Value!.ETag, Cancellation);
        var approved = await translations.ApproveAsync(id, await rooms.PersonAsync(reviewer), submitted.Value!.ETag, Cancellation);
        Assert.Equal(TranslationState.Approved, approved.Value?.Value.State);
    }
}
