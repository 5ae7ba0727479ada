using Dissemination.Deliveries.Waiting;
using Dissemination.Tests.Deliveries.Waiting;
using System.Net;
using System.Text.RegularExpressions;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Web;

public sealed partial class HandTaskPageTests(Site site) : IClassFixture<Site>
{
    private const string Groups = $"/hand-tasks?commune={Site.ManyGroups}&item={Site.Published}.1.vi&channel=group";

    [Fact]
    public async Task What_expired_is_found_again_and_confirmed_where_it_was_done_in_time_and_the_items_page_says_what_expiry_means()
    {
        const string Item = "het-han-o-xa";
        var until = LocalTime.DayOf(site.Time.GetUtcNow().AddDays(9)).ToString("yyyy-MM-dd", null);
        await site.HandInAsync(
            $"items/{Item}.md", SampleFiles.Article("Tin hết hạn", frontMatter: $"communes: [bung-lao]\nexpiresAt: {until}")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        await site.PublishAsync();
        var task = await site.HandTaskAsync("bung-lao", Item);
        var read = (await site.Get<DeliveryCommands>().FindAsync(task, TestContext.Current.CancellationToken))!;
        var expired = read.Value.Apply(new DeliveryEvent.Stopped(site.Time.GetUtcNow(), new(nameof(ProblemTexts.ItemExpired))))!;
        Assert.Single(await site.Get<DeliveryLedger>().WriteAsync([(read, expired)], TestContext.Current.CancellationToken));

        using var visitor = site.Visit(Site.Communicator);
        Assert.Contains($"/hand-tasks/{task}", (await visitor.ReadAsync("/hand-tasks/expired")).Html, StringComparison.Ordinal);
        var html = (await visitor.ReadAsync($"/hand-tasks/{task}")).Html;
        Assert.Contains("Nếu đã làm trước đó, xin xác nhận", html, StringComparison.Ordinal);
        Assert.DoesNotContain("textarea", html, StringComparison.Ordinal);
        using var confirmed = await visitor.PostAsync($"/hand-tasks/{task}", $"/hand-tasks/{task}/confirm");
        Assert.Equal(DeliveryState.Delivered, (await site.DeliveryAsync(task.ToString())).State);
        Assert.DoesNotContain($"/hand-tasks/{task}", (await visitor.ReadAsync("/hand-tasks/expired")).Html, StringComparison.Ordinal);

        Assert.Contains(
            "bài đã đăng ở các kênh khác vẫn giữ", (await visitor.ReadAsync($"/items/{Item}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_task_has_words_to_copy_and_is_confirmed_with_one_tap_even_twice()
    {
        var task = await site.HandTaskAsync("bung-lao", Site.Published);
        using var visitor = site.Visit(Site.Communicator);
        using (var page = await visitor.GetAsync($"/hand-tasks/{task}"))
        {
            var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("readonly", html, StringComparison.Ordinal);
            Assert.Contains("40.000 ha mắc ca", html, StringComparison.Ordinal);
            Assert.EndsWith("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            using var script = await visitor.GetAsync(CopyScript().Match(html).Groups["address"].Value);
            Assert.Equal((HttpStatusCode.OK, "text/javascript"), (script.StatusCode, script.Content.Headers.ContentType!.MediaType));
        }

        using (var typo = await visitor.PostAsync($"/hand-tasks/{task}", $"/hand-tasks/{task}/confirm", ("attendance", "nhiều")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, typo.StatusCode);
        }

        for (var tap = 0; tap < 2; tap++)
        {
            using var confirmed = await visitor.PostAsync("/hand-tasks", $"/hand-tasks/{task}/confirm", ("attendance", "35"));
            Assert.Equal($"/hand-tasks?commune=bung-lao&undo={task}&done=confirmed", confirmed.Headers.Location!.OriginalString);
        }

        var delivery = await site.DeliveryAsync(task.ToString());
        Assert.Equal((DeliveryState.Delivered, 35), (delivery.State, delivery.Attendance!.Value));
        using var stranger = site.Visit("na-bung-1");
        var other = await site.HandTaskAsync("bung-lao", Site.Illustrated);
        using var refused = await stranger.PostAsync("/hand-tasks", $"/hand-tasks/{other}/confirm");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task What_is_posted_by_hand_carries_its_link_and_what_is_read_out_spells_none()
    {
        using var visitor = site.Visit(Site.Staff);
        var tasks = await site.Get<WaitingReader>().AllHandTasksAsync(Site.ManyGroups);
        foreach (var channel in (ChannelKind[])[ChannelKind.VillageGroup, ChannelKind.Loudspeaker])
        {
            var task = tasks.First(entry => entry.Channel == channel && entry.Delivery.Version.Item.Value == Site.Published).Delivery;
            var (_, html) = await visitor.ReadAsync($"/hand-tasks/{task}");
            Assert.Equal(channel is ChannelKind.VillageGroup, html.Contains("https://example.org/s/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_was_confirmed_is_undone_at_once_or_from_the_list_of_what_was_confirmed()
    {
        var task = await site.HandTaskAsync("muong-cha", Site.Published);
        using var visitor = site.Visit("muong-cha-1");
        using var confirmed = await visitor.PostAsync("/hand-tasks", $"/hand-tasks/{task}/confirm?commune=muong-cha");
        var (_, after) = await visitor.ReadAsync(confirmed.Headers.Location!.OriginalString);
        Assert.DoesNotContain($"value=\"{task}\">", after.Split("<h1")[1], StringComparison.Ordinal);
        var undo = $"/hand-tasks/{task}/take-back?commune=muong-cha";
        Assert.Contains(undo, after.Split("<h1")[0], StringComparison.Ordinal);

        using (var undone = await visitor.PostAsync("/hand-tasks", undo))
        {
            Assert.Equal("/hand-tasks?commune=muong-cha&done=taken-back", undone.Headers.Location!.OriginalString);
        }

        Assert.Equal(DeliveryState.Due, (await site.DeliveryAsync(task.ToString())).State);
        Assert.DoesNotContain($"{task}/take-back", (await visitor.ReadAsync("/hand-tasks/done")).Html, StringComparison.Ordinal);
        using var again = await visitor.PostAsync("/hand-tasks", $"/hand-tasks/{task}/confirm");
        Assert.Contains($"{task}/take-back", (await visitor.ReadAsync("/hand-tasks/done")).Html, StringComparison.Ordinal);
        Assert.Contains("/take-back", (await visitor.ReadAsync($"/hand-tasks/{task}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_had_confirmed_is_not_undone_with_a_second_tap()
    {
        const string Item = "nguoi-khac-da-lam";
        await site.HandInAsync(
            $"items/{Item}.md", SampleFiles.Article("Tin người khác", frontMatter: "communes: [bung-lao]")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        await site.PublishAsync();
        var task = await site.HandTaskAsync("bung-lao", Item);
        using var first = site.Visit(Site.Communicator);
        using var confirmed = await first.PostAsync("/hand-tasks", $"/hand-tasks/{task}/confirm");
        Assert.Contains($"undo={task}", confirmed.Headers.Location!.OriginalString, StringComparison.Ordinal);

        using var second = site.Visit(Site.OtherCommunicator);
        using var late = await second.PostAsync("/hand-tasks", $"/hand-tasks/{task}/confirm");
        Assert.Equal("/hand-tasks?commune=bung-lao&done=confirmed", late.Headers.Location!.OriginalString);
        using var ticked = await second.PostAsync("/hand-tasks", "/hand-tasks/confirm", ("id", task.ToString()));
        Assert.Equal("/hand-tasks?done=confirmed", ticked.Headers.Location!.OriginalString);
        Assert.Equal(Site.Communicator, (await site.DeliveryAsync(task.ToString())).ConfirmedBy?.Value);
    }

    [Fact]
    public async Task Ticks_and_a_link_that_were_not_taken_stand_there_again()
    {
        using var visitor = site.Visit(Site.GroupKeeper);
        var (_, html) = await visitor.ReadAsync(Groups);
        var ids = TickBox().Matches(html).Select(box => box.Groups["id"].Value).Skip(40).Take(2).ToList();

        using var wrong = await visitor.PostAsync(
            Groups,
            Groups.Replace("/hand-tasks?", "/hand-tasks/confirm?", StringComparison.Ordinal),
            ("id", ids[0]),
            ("id", ids[1]),
            ("link", "trên Zalo"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var again = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.All(ids, id => Assert.Contains($"value=\"{id}\" checked", again, StringComparison.Ordinal));
        Assert.Equal(2, again.Split(" checked").Length - 1);
        Assert.Contains("value=\"trên Zalo\"", again, StringComparison.Ordinal);
        Assert.Contains("Đang đánh dấu 2 việc", again, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Due, (await site.DeliveryAsync(ids[0])).State);
    }

    [Fact]
    public async Task How_many_came_is_asked_only_where_people_hear_it_together()
    {
        using var visitor = site.Visit(Site.Staff);
        var tasks = await site.Get<WaitingReader>().AllHandTasksAsync(Site.ManyGroups);
        foreach (var channel in (ChannelKind[])[ChannelKind.VillageGroup, ChannelKind.Loudspeaker])
        {
            var task = tasks.First(entry => entry.Channel == channel && entry.Delivery.Version.Item.Value == Site.Published).Delivery;
            var (_, html) = await visitor.ReadAsync($"/hand-tasks/{task}");
            Assert.Equal(channel is ChannelKind.Loudspeaker, html.Contains("name=\"attendance\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_list_counts_what_is_open_by_item_and_shows_a_hundred_of_them_the_oldest_first()
    {
        using var visitor = site.Visit(Site.GroupKeeper);
        var (_, all) = await visitor.ReadAsync("/hand-tasks");
        Assert.Contains($"<option value=\"{Site.Illustrated}.1.vi\">", all, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{Site.Published}.1.vi\">", all, StringComparison.Ordinal);
        Assert.Contains("quá hạn", all, StringComparison.Ordinal);
        Assert.Equal(100, TickBox().Count(all));
        Assert.All(
            TickBox().Matches(all).Select(box => box.Groups["id"].Value),
            id => Assert.StartsWith(Site.Illustrated, id, StringComparison.Ordinal));

        var (_, first) = await visitor.ReadAsync(Groups);
        var next = WebUtility.HtmlDecode(NextPage().Match(first).Groups["address"].Value);
        var (_, second) = await visitor.ReadAsync(next);
        Assert.InRange(TickBox().Count(second), 1, 99);
        Assert.Empty(
            TickBox().Matches(first).Select(box => box.Value)
                .Intersect(TickBox().Matches(second).Select(box => box.Value), StringComparer.Ordinal));
        Assert.DoesNotContain("checked", first, StringComparison.Ordinal);
        Assert.Contains("checked", (await visitor.ReadAsync(Groups + "&ticked=all")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_are_ticked_are_confirmed_with_one_form_and_undone_with_one_tap()
    {
        using var visitor = site.Visit(Site.GroupKeeper);
        var (_, html) = await visitor.ReadAsync(Groups);
        var ids = TickBox().Matches(html).Select(box => box.Groups["id"].Value).Take(60).ToList();
        using var confirmed = await visitor.PostAsync(
            Groups, Groups.Replace("/hand-tasks?", "/hand-tasks/confirm?", StringComparison.Ordinal), [.. ids.Select(id => ("id", id))]);
        var (_, after) = await visitor.ReadAsync(confirmed.Headers.Location!.OriginalString);
        Assert.Contains("Đã ghi nhận 60 việc làm tay.", after, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{ids[0]}\"", after, StringComparison.Ordinal);

        var at = WebUtility.HtmlDecode(UndoMoment().Match(after).Groups["at"].Value);
        using var undone = await visitor.PostAsync(Groups, $"/hand-tasks/undo?commune={Site.ManyGroups}", ("at", at));
        var (_, back) = await visitor.ReadAsync(undone.Headers.Location!.OriginalString);
        Assert.Contains("Đã lấy lại 60 việc.", back, StringComparison.Ordinal);
        var (_, again) = await visitor.ReadAsync(Groups);
        Assert.All(ids, id => Assert.Contains($"value=\"{id}\"", again, StringComparison.Ordinal));
        Assert.Equal(DeliveryState.Due, (await site.DeliveryAsync(ids[59])).State);
    }

    [Fact]
    public async Task One_button_says_that_an_item_was_done_at_all_its_places_whatever_else_is_ticked()
    {
        const string Item = "ca-cac-noi", Other = "tin-chua-lam";
        foreach (var item in (string[])[Item, Other])
        {
            await site.HandInAsync(
                $"items/{item}.md", SampleFiles.Article($"Tin {item}", frontMatter: "communes: [si-pa-phin]")
                    .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        }

        await site.PublishAsync();
        using var visitor = site.Visit("si-pa-phin-1");
        var (_, html) = await visitor.ReadAsync($"/hand-tasks?item={Item}.1.vi");
        var ids = TickBox().Matches(html).Select(box => box.Groups["id"].Value).ToList();
        Assert.InRange(ids.Count, 2, 20);
        Assert.Contains($"name=\"ids\" value=\"{string.Join(' ', ids)}\"", html, StringComparison.Ordinal);
        Assert.Contains($">Đã làm cả {ids.Count} nơi</button>", html, StringComparison.Ordinal);
        var other = (await site.HandTaskAsync("si-pa-phin", Other)).ToString();

        using var confirmed = await visitor.PostAsync(
            "/hand-tasks", "/hand-tasks/confirm?commune=si-pa-phin", ("id", other), ("ids", string.Join(' ', ids)));

        var (_, after) = await visitor.ReadAsync(confirmed.Headers.Location!.OriginalString);
        Assert.Contains($"Đã ghi nhận {ids.Count} việc làm tay.", after, StringComparison.Ordinal);
        Assert.All(
            await Task.WhenAll(ids.Select(site.DeliveryAsync)), delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
        Assert.Equal(DeliveryState.Due, (await site.DeliveryAsync(other)).State);
    }

    [Fact]
    public async Task Loudspeakers_air_and_what_is_confirmed_of_them_says_so()
    {
        const string Item = "phat-chu-khong-dang";
        await site.HandInAsync(
            $"items/{Item}.md", SampleFiles.Article("Tin để phát", frontMatter: "communes: [bung-lao]")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        await site.PublishAsync();
        var task = (await site.Get<WaitingReader>().AllHandTasksAsync("bung-lao"))
            .First(entry => entry.Channel is ChannelKind.Loudspeaker && entry.Delivery.Version.Item.Value == Item).Delivery;
        using var visitor = site.Visit(Site.Communicator);
        Assert.Contains(">Đã phát</button>", (await visitor.ReadAsync($"/hand-tasks/{task}")).Html, StringComparison.Ordinal);

        using var aired = await visitor.PostAsync($"/hand-tasks/{task}", $"/hand-tasks/{task}/confirm");

        Assert.Contains("<p class=\"note\">Đã phát, ", (await visitor.ReadAsync($"/hand-tasks/{task}")).Html, StringComparison.Ordinal);
        Assert.Contains("phát: Tin để phát", (await visitor.ReadAsync("/hand-tasks/done")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_confirmed_with_the_others_is_named_and_the_others_are_confirmed()
    {
        using var visitor = site.Visit("na-son-1");
        var (mine, others) = (await site.HandTaskAsync("na-son", Site.Published), await site.HandTaskAsync("bung-lao", Site.Illustrated));
        using var partly = await visitor.PostAsync(
            "/hand-tasks", "/hand-tasks/confirm?commune=na-son", ("id", mine.ToString()), ("id", others.ToString()));
        var html = await partly.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, partly.StatusCode);
        Assert.Contains("Việc này thuộc về Búng Lao", html, StringComparison.Ordinal);
        Assert.Equal(
            (DeliveryState.Delivered, DeliveryState.Due),
            ((await site.DeliveryAsync(mine.ToString())).State, (await site.DeliveryAsync(others.ToString())).State));

        using var nothing = await visitor.PostAsync("/hand-tasks", "/hand-tasks/confirm");
        Assert.Contains(
            "Chưa đánh dấu mục nào",
            await nothing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        using var tooMany = await visitor.PostAsync(
            "/hand-tasks", "/hand-tasks/confirm", [.. Enumerable.Repeat(("id", mine.ToString()), 101)]);
        Assert.Contains(
            "nhiều nhất 100", await tooMany.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_tells_where_it_can_be_seen_or_how_often_it_was_read_out()
    {
        var board = (await site.Get<WaitingReader>().HandTasksAsync(new("si-pa-phin"), null, TestContext.Current.CancellationToken)).Rows;
        var group = board.First(row => row.Value.Channel is ChannelKind.VillageGroup).Value.Delivery;
        var loud = board.First(row => row.Value.Channel is ChannelKind.Loudspeaker).Value.Delivery;
        using var visitor = site.Visit("si-pa-phin-1");
        var list = (await visitor.ReadAsync("/hand-tasks/loudspeakers")).Html;
        Assert.Contains($"/hand-tasks/{loud}", list, StringComparison.Ordinal);
        Assert.Contains("phút", list, StringComparison.Ordinal);
        using var wrong = await visitor.PostAsync($"/hand-tasks/{group}", $"/hand-tasks/{group}/confirm", ("link", "trên Zalo"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(
            "value=\"trên Zalo\"",
            WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
            StringComparison.Ordinal);
        using var seen = await visitor.PostAsync($"/hand-tasks/{group}", $"/hand-tasks/{group}/confirm", ("link", "https://zalo.me/g/mau"));
        using var read = await visitor.PostAsync($"/hand-tasks/{loud}", $"/hand-tasks/{loud}/confirm", ("clusters", "7"), ("times", "2"));
        Assert.Equal(new TaskProof("https://zalo.me/g/mau"), (await site.DeliveryAsync(group.ToString())).Proof);
        Assert.Equal(new TaskProof(Clusters: 7, Times: 2), (await site.DeliveryAsync(loud.ToString())).Proof);
        Assert.Contains("https://zalo.me/g/mau", (await visitor.ReadAsync($"/hand-tasks/{group}")).Html, StringComparison.Ordinal);

        using var back = await visitor.PostAsync($"/hand-tasks/{loud}", $"/hand-tasks/{loud}/take-back");
        Assert.Null((await site.DeliveryAsync(loud.ToString())).Proof);
    }

    [Fact]
    public async Task The_people_of_a_commune_read_what_is_late_and_what_closed()
    {
        using var communicator = site.Visit("na-tau-1");
        var (_, inbox) = await communicator.ReadAsync("/inbox");
        Assert.Contains("việc làm tay chưa làm đã quá hạn", inbox, StringComparison.Ordinal);
        Assert.Contains("page not found", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain("/reopen", inbox, StringComparison.Ordinal);
        using var other = site.Visit(Site.Communicator);
        Assert.DoesNotContain("page not found", (await other.ReadAsync("/inbox")).Html, StringComparison.Ordinal);
        Assert.Contains(
            (await site.Get<DirectoryStore>().FreshAsync(CancellationToken.None)).Find(new CommuneId("na-tau"))!.Name,
            inbox,
            StringComparison.Ordinal);
    }

    [GeneratedRegex("type=\"checkbox\" name=\"id\" value=\"(?<id>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TickBox();

    [GeneratedRegex("rel=\"next\" href=\"(?<address>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NextPage();

    [GeneratedRegex("name=\"at\" value=\"(?<at>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex UndoMoment();

    [GeneratedRegex("<script src=\"(?<address>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CopyScript();
}
