using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Tests.Web;

public sealed partial class TroublePageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Troubles_are_retried_dismissed_reopened_and_resumed()
    {
        using var staff = site.Visit(Site.Staff);
        var (_, html) = await staff.ReadAsync("/troubles");
        var failed = TickBox().Matches(html).Select(match => match.Groups["id"].Value)
            .First(id => !id.Contains(".kenh-", StringComparison.Ordinal)); // those of another test
        using (var retried = await staff.PostAsync("/troubles", $"/troubles/deliveries/{failed}/retry"))
        {
            Assert.Equal("/troubles?done=retried", retried.Headers.Location!.OriginalString);
        }

        Assert.Contains("/troubles/destinations/na-tau.facebook/reopen", html, StringComparison.Ordinal);
        using (var reopened = await staff.PostAsync("/troubles", "/troubles/destinations/na-tau.facebook/reopen"))
        {
            Assert.Equal("/troubles?done=reopened", reopened.Headers.Location!.OriginalString);
        }

        Assert.Contains("/troubles/lanes/zalo_na_tau/resume", html, StringComparison.Ordinal);
        using (var resumed = await staff.PostAsync("/troubles", "/troubles/lanes/zalo_na_tau/resume"))
        {
            Assert.Equal("/troubles?done=resumed", resumed.Headers.Location!.OriginalString);
        }

        var after = (await staff.ReadAsync("/troubles")).Html;
        Assert.DoesNotContain("na-tau.facebook/reopen", after, StringComparison.Ordinal);
        Assert.DoesNotContain("zalo_na_tau/resume", after, StringComparison.Ordinal);
        Assert.DoesNotContain($"{failed}/retry", after, StringComparison.Ordinal);
        var record = await site.Store.Editorial
            .StartingWithAsync(
                Keys.Editorial, Keys.HistoryOf(HealthStore.RecordSubject), StorageJson.Default.HistoryEntry, CancellationToken.None)
            .Select(row => (row.Value.Who, row.Value.What, row.Value.Detail))
            .ToListAsync(CancellationToken.None);
        Assert.Contains((Site.Staff, "destination-reopened", "na-tau.facebook"), record);
        Assert.Contains((Site.Staff, "lane-resumed", "zalo_na_tau"), record);
    }

    [Fact]
    public async Task A_communicator_sees_and_settles_what_is_the_own_communes_and_nothing_else()
    {
        string[] communes = ["bung-lao", "na-tau"], names = ["kenh-1", "kenh-2"];
        Delivery[] lost =
        [
            .. from commune in communes
               from name in names
               select new Delivery
               {
                   Id = DeliveryId.Parse($"{Site.Troubled}.1.vi.{commune}.{name}", null),
                   Channel = ChannelKind.Telegram,
                   Lane = "telegram_tinh",
                   State = name is "kenh-1" ? DeliveryState.Uncertain : DeliveryState.Failed,
                   PlannedAt = site.Time.GetUtcNow(),
                   EndedAt = site.Time.GetUtcNow(),
                   Link = "link",
                   Reason = new(nameof(ProblemTexts.SendBroke)),
               },
        ];
        await site.Get<DeliveryLedger>().AddAsync(lost, CancellationToken.None);
        var item = (await site.Get<ItemReader>().FindAsync(new(Site.Troubled), CancellationToken.None))!.Value;
        await site.Store.AddToWorklistAsync(
            lost, delivery => WorklistEntry.Of(delivery, item, DirectorySnapshot.Empty), CancellationToken.None);
        var (uncertain, failed, foreign) = (lost[0].Id, lost[1].Id, lost[2].Id);

        using var person = site.Visit(Site.Communicator);
        var html = (await person.ReadAsync("/troubles")).Html;
        Assert.Contains(uncertain.ToString(), html, StringComparison.Ordinal);
        Assert.DoesNotContain(".na-tau.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/resume", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.ReadAsync("/troubles?commune=na-tau")).Status);

        using (var settled = await person.PostAsync("/troubles", $"/troubles/deliveries/{uncertain}/there"))
        using (var retried = await person.PostAsync("/troubles", $"/troubles/deliveries/{failed}/retry"))
        {
            Assert.Equal("/troubles?done=settled", settled.Headers.Location!.OriginalString);
            Assert.Equal("/troubles?done=retried", retried.Headers.Location!.OriginalString);
        }

        using (var refused = await person.PostAsync("/troubles", $"/troubles/deliveries/{foreign}/there"))
        using (var lane = await person.PostAsync("/troubles", "/troubles/lanes/zalo_na_tau/resume"))
        {
            Assert.False(refused.Headers.Contains("Location"));
            Assert.Equal(HttpStatusCode.Forbidden, lane.StatusCode);
        }

        Assert.Equal(DeliveryState.Delivered, (await site.DeliveryAsync(uncertain.ToString())).State);
        Assert.Equal(DeliveryState.Uncertain, (await site.DeliveryAsync(foreign.ToString())).State);
    }

    [Fact]
    public async Task The_next_page_of_a_list_goes_on_where_the_first_ended()
    {
        // More than a page of its own, whatever the other tests have retried.
        var failed = Enumerable.Range(0, 101).Select(number => new Delivery
        {
            Id = DeliveryId.Parse($"{Site.Troubled}.1.vi.bung-lao.trang-{number}", null),
            Channel = ChannelKind.Telegram,
            Lane = "telegram_tinh",
            State = DeliveryState.Failed,
            PlannedAt = site.Time.GetUtcNow(),
            Link = "",
        });
        var item = (await site.Get<ItemReader>().FindAsync(new(Site.Troubled), CancellationToken.None))!.Value;
        await site.Store.AddToWorklistAsync(
            failed, delivery => WorklistEntry.Of(delivery, item, DirectorySnapshot.Empty), CancellationToken.None);
        using var visitor = site.Visit(Site.Staff);
        var (_, first) = await visitor.ReadAsync("/troubles");
        var start = first.IndexOf("/troubles?next=", StringComparison.Ordinal);
        Assert.True(start > 0, "The first page names no next one.");
        var (status, second) = await visitor.ReadAsync(WebUtility.HtmlDecode(first[start..first.IndexOf('"', start)]));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(Ids(first).Intersect(Ids(second), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Failures_are_told_in_words_with_what_to_do_and_found_by_class_channel_and_commune()
    {
        using var visitor = site.Visit(Site.Staff);
        var (_, found) = await visitor.ReadAsync("/troubles?class=credential&channel=telegram&commune=muong-cha");
        Assert.Contains("thay khoá", found, StringComparison.Ordinal);
        Assert.NotEmpty(Ids(found));
        Assert.All(Ids(found), id => Assert.Contains(".muong-cha.telegram", id, StringComparison.Ordinal));
        Assert.Contains(
            "Không có lượt đăng nào như vậy", (await visitor.ReadAsync("/troubles?class=duplicate")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_are_ticked_are_sent_again_and_what_is_not_possible_is_named()
    {
        using var visitor = site.Visit(Site.Staff);
        const string Filtered = "/troubles?channel=facebook";
        var ids = Ids((await visitor.ReadAsync(Filtered)).Html);
        Assert.True(ids.Count > 1, "There is nothing to tick.");
        var retry = Filtered.Replace("/troubles?", "/troubles/deliveries/retry?", StringComparison.Ordinal);
        using (var retried = await visitor.PostAsync(Filtered, retry, [.. ids.Select(id => ("id", id))]))
        {
            Assert.Equal($"{Filtered}&count={ids.Count}&done=retried", retried.Headers.Location!.OriginalString);
            Assert.Contains(
                $"Đã cho đăng lại {ids.Count} lượt.",
                (await visitor.ReadAsync(retried.Headers.Location.OriginalString)).Html,
                StringComparison.Ordinal);
        }

        // Nothing of this is uncertain.
        using var settled = await visitor.PostAsync(
            Filtered, retry.Replace("/retry", "/there", StringComparison.Ordinal), [.. ids.Select(id => ("id", id))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, settled.StatusCode);
        Assert.Contains(
            "người khác vừa trả lời",
            await settled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Due, (await site.DeliveryAsync(ids[0])).State);
    }

    [Fact]
    public async Task What_was_ticked_and_could_not_be_done_stays_ticked()
    {
        var lost = await LoseAsync("tua-chua", 2, number => number == 0 ? DeliveryState.Uncertain : DeliveryState.Failed);
        using var staff = site.Visit(Site.Staff);

        using var partly = await staff.PostAsync(
            "/troubles?commune=tua-chua",
            "/troubles/deliveries/there?commune=tua-chua",
            [.. lost.Select(delivery => ("id", delivery.Id.ToString()))]);

        var said = await partly.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.Redirect, partly.StatusCode);
        Assert.Contains($"value=\"{lost[1].Id}\" checked", said, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{lost[0].Id}\"", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_failed_is_tried_again_with_one_button_whatever_of_it_the_page_shows()
    {
        const string Kind = "class=temporary", List = $"/troubles?{Kind}&commune=muong-ang";
        const string All = $"/troubles/all/retry?{Kind}&commune=muong-ang";
        var lost = await LoseAsync("muong-ang", 131, number => number == 0 ? DeliveryState.Uncertain : DeliveryState.Failed);
        using var staff = site.Visit(Site.Staff);
        using var other = site.Visit(Site.Communicator);
        var html = (await staff.ReadAsync(List)).Html;

        using (var foreign = await other.PostAsync("/troubles", $"/troubles/all/retry?{Kind}"))
        {
            Assert.Equal($"/troubles?{Kind}", foreign.Headers.Location!.OriginalString);
            Assert.Equal(DeliveryState.Failed, (await site.DeliveryAsync(lost[1].Id.ToString())).State);
        }

        using var retried = await staff.PostAsync(List, All);
        using var twice = await staff.PostAsync("/troubles", All);

        Assert.Equal(100, Ids(html).Count);
        Assert.Contains("131 lượt đăng lỗi hoặc chưa rõ", html, StringComparison.Ordinal);
        Assert.Contains("Thử lại cả 130 lượt bị lỗi", html, StringComparison.Ordinal);
        Assert.Equal($"{List}&count=130&done=retried", retried.Headers.Location!.OriginalString);
        Assert.Equal(List, twice.Headers.Location!.OriginalString);
        Assert.Equal(DeliveryState.Due, (await site.DeliveryAsync(lost[1].Id.ToString())).State);
        Assert.Equal(DeliveryState.Due, (await site.DeliveryAsync(lost[^1].Id.ToString())).State);
        Assert.Equal(lost[0].Id.ToString(), Assert.Single(Ids((await staff.ReadAsync(List)).Html)));
        Assert.Equal(DeliveryState.Uncertain, (await site.DeliveryAsync(lost[0].Id.ToString())).State);
    }

    [Fact]
    public async Task Many_troubles_are_folded_and_a_page_of_notices_keeps_what_was_chosen()
    {
        for (var number = 0; number < 120; number++)
        {
            await site.Get<AlertStore>().RaiseAsync(
                "version",
                $"{Site.Troubled}.{number + 1}.vi",
                new(nameof(ProblemTexts.VersionNotPlanned), null, $"{Site.Troubled}.{number + 1}.vi"),
                retry: null,
                CancellationToken.None);
        }

        using var staff = site.Visit(Site.Staff);
        var (_, html) = await staff.ReadAsync("/troubles?channel=telegram");
        var start = html.LastIndexOf("/troubles?", StringComparison.Ordinal);
        var (_, second) = await staff.ReadAsync(WebUtility.HtmlDecode(html[start..html.IndexOf('"', start)]));

        Assert.DoesNotMatch("<details class=\"group\" open", html);
        Assert.Contains("channel=telegram&amp;alerts=", html[start..], StringComparison.Ordinal);
        Assert.Contains("value=\"telegram\" selected", second, StringComparison.Ordinal);
        Assert.DoesNotContain($"«{Site.Troubled}.", WebUtility.HtmlDecode(second), StringComparison.Ordinal);
        Assert.Contains($"/items/{Site.Troubled}\"", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_do_the_same_to_many_and_are_answered_one_by_one()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("X-Acting-Person", Site.Staff);
        var failed = (await GetAsync("/api/deliveries/troubled?channel=zalo&commune=muong-luan"))["items"]!.AsArray()
            .Select(entry => (string)entry!["delivery"]!).ToList();
        Assert.NotEmpty(failed);

        using var answer = await http.PostAsJsonAsync(
            "/api/deliveries/retry",
            new { ids = failed.Append("khong-doc-duoc").Append("khong-co.1.vi.muong-luan.zalo") },
            TestContext.Current.CancellationToken);
        var outcomes = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();
        Assert.Equal([.. failed.Select(_ => "due"), null, null], outcomes.Select(outcome => (string?)outcome!["state"]));
        Assert.All(outcomes.TakeLast(2), outcome => Assert.Equal("DeliveryNotFound", (string?)outcome!["problem"]!["code"]));

        using var nothing = await http.PostAsJsonAsync(
            "/api/deliveries/retry", new { ids = Array.Empty<string>() }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        var delivery = await GetAsync($"/api/deliveries/{failed[0]}");
        Assert.Equal(("post", "due"), ((string?)delivery["action"], (string?)delivery["state"]));
        Assert.Equal("na-tau", (string?)(await GetAsync("/api/alerts?commune=na-tau"))["items"]![0]!["commune"]);

        async Task<JsonNode> GetAsync(string path) =>
            JsonNode.Parse(await http.GetStringAsync(path, TestContext.Current.CancellationToken))!;
    }

    [Fact]
    public async Task Programs_read_in_words_what_could_not_be_done_and_not_the_name_of_a_queue()
    {
        const string Kind = QueueNames.ReviewerCalls;
        await site.Get<AlertStore>().DeadLetterMessageAsync(Kind, "<call/>", TestContext.Current.CancellationToken);
        using Caller program = new(site.Address, Site.Staff);
        var alerts = JsonNode.Parse(await program.Http.GetStringAsync("/api/alerts", TestContext.Current.CancellationToken))!["items"]!;
        var alert = alerts.AsArray().Single(one => (string?)one!["kind"] == Kind)!;
        using var dismissed = await program.SendAsync(HttpMethod.Delete, $"/api/alerts/{Kind}/{alert["id"]}", etag: null, content: null);

        Assert.StartsWith("Việc «Nhắn cho người duyệt»", (string?)alert["problem"]!["text"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, dismissed.StatusCode);
    }

    [Fact]
    public async Task Connections_tell_what_stopped_and_a_check_says_what_is_wrong()
    {
        var closed = (await site.Get<DirectoryStore>().FreshAsync(CancellationToken.None))
            .Find(DestinationId.Parse("muong-pon.facebook", null))!;
        await site.Get<HealthStore>()
            .CloseAsync(
                closed,
                new(nameof(ProblemTexts.DestinationClosed), null, "Facebook", closed.Name, "page not found"),
                CancellationToken.None);
        await site.Get<HealthStore>()
            .StopLaneAsync(
                "zalo_muong_pon", new(nameof(ProblemTexts.CredentialRefused), null, "Zalo", "zalo_muong_pon"), CancellationToken.None);
        using var visitor = site.Visit(Site.Staff);
        var (_, html) = await visitor.ReadAsync("/connections");
        Assert.Contains("/connections/lanes/zalo_muong_pon/resume", html, StringComparison.Ordinal);
        Assert.Contains("<h3>Nhóm Zalo OA xã Mường Pồn (mẫu)</h3>", html, StringComparison.Ordinal);
        Assert.Contains("/connections/destinations/muong-pon.facebook/reopen", html, StringComparison.Ordinal);

        using (var unconfigured = await visitor.PostAsync(
            "/connections?commune=muong-pon", "/connections/destinations/muong-pon.facebook/check?commune=muong-pon"))
        {
            Assert.Contains(
                "Chưa cấu hình khoá truy cập «facebook_muong_pon»",
                WebUtility.HtmlDecode(await unconfigured.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
                StringComparison.Ordinal);
        }

        using (var well = await visitor.PostAsync(
            "/connections?commune=muong-pon", "/connections/destinations/muong-pon.trang-tin/check?commune=muong-pon"))
        {
            Assert.Contains(
                "Kết nối tốt", await well.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using (var resumed = await visitor.PostAsync("/connections", "/connections/lanes/zalo_muong_pon/resume"))
        {
            Assert.Equal("/connections?done=resumed", resumed.Headers.Location!.OriginalString);
        }

        using (var reopened = await visitor.PostAsync(
            "/connections", "/connections/destinations/muong-pon.facebook/reopen?commune=muong-pon"))
        {
            Assert.Equal("/connections?commune=muong-pon&done=reopened", reopened.Headers.Location!.OriginalString);
        }

        Assert.DoesNotContain(
            "muong-pon.facebook/reopen", (await visitor.ReadAsync("/connections?commune=muong-pon")).Html, StringComparison.Ordinal);
        using var nowhere = await visitor.PostAsync("/connections", "/connections/destinations/muong-pon.loa/check");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    /// <summary>Deliveries of one item to places of a commune, that failed for a while or that nobody knows of.</summary>
    private async Task<Delivery[]> LoseAsync(string commune, int number, Func<int, DeliveryState> state)
    {
        Delivery[] lost =
        [
            .. Enumerable.Range(0, number).Select(at => new Delivery
            {
                Id = DeliveryId.Parse($"{Site.Troubled}.1.vi.{commune}.tam-{at}", null),
                Channel = ChannelKind.Telegram,
                Lane = "telegram_tinh",
                State = state(at),
                Failure = FailureClass.Temporary,
                PlannedAt = site.Time.GetUtcNow(),
                EndedAt = site.Time.GetUtcNow(),
                Link = "link",
                Reason = new(nameof(ProblemTexts.SendBroke)),
            }),
        ];
        await site.Get<DeliveryLedger>().AddAsync(lost, CancellationToken.None);
        var item = (await site.Get<ItemReader>().FindAsync(new(Site.Troubled), CancellationToken.None))!.Value;
        await site.Store.AddToWorklistAsync(
            lost, delivery => WorklistEntry.Of(delivery, item, DirectorySnapshot.Empty), CancellationToken.None);
        return lost;
    }

    private static List<string> Ids(string html) => [.. TickBox().Matches(html).Select(box => box.Groups["id"].Value)];

    [GeneratedRegex("type=\"checkbox\" name=\"id\" value=\"(?<id>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TickBox();
}
