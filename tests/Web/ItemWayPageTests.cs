using System.Net;
using System.Net.ServerSentEvents;
using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Local;
using Dissemination.Web.Pages.Staff;

namespace Dissemination.Tests.Web;

/// <summary>An item's page tells how far it is, why something failed, and who is late.</summary>
public sealed partial class ItemWayPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_way_is_one_line_and_the_line_comes_by_itself_too()
    {
        using var staff = site.Visit(Site.Staff);
        var (_, page) = await staff.ReadAsync($"/items/{Site.Published}");
        var (status, line) = await staff.ReadAsync($"/items/{Site.Published}/way");
        var said = WebUtility.HtmlDecode(line);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("<html", line, StringComparison.Ordinal);
        Assert.Contains(line.Trim(), page, StringComparison.Ordinal);
        Assert.Matches("Đã nhận bài[\\s\\S]*Đã phê duyệt[\\s\\S]*Dịch \\d/\\d tiếng[\\s\\S]*Duyệt \\d/\\d bản dịch", said);
        Assert.Matches("Đã đăng \\d+/\\d+ nơi[\\s\\S]*Đến \\d+/\\d+ xã, phường", said);
    }

    [Fact]
    public async Task While_something_is_sent_the_line_is_told_by_itself_and_then_the_stream_ends()
    {
        await HandInApprovedAsync("theo-doi");
        using var http = Follower(Site.Staff);
        using var answer = await http.GetAsync("/items/theo-doi/way/live", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no", Assert.Single(answer.Headers.GetValues("X-Accel-Buffering")));
        await using var events = SseParser.Create(await answer.Content.ReadAsStreamAsync(Cancellation))
            .EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);

        Assert.True(await events.MoveNextAsync());
        Assert.Equal("way", events.Current.EventType);
        Assert.Contains("data-live=\"true\"", events.Current.Data, StringComparison.Ordinal);
        Assert.Contains("Chưa gửi", WebUtility.HtmlDecode(events.Current.Data), StringComparison.Ordinal);

        await site.PublishAsync();
        List<string> lines = [];
        while (await NextAsync(events))
        {
            if (events.Current.EventType == "way")
            {
                lines.Add(events.Current.Data);
            }
        }

        Assert.Matches("Đã đăng \\d+/\\d+ nơi", WebUtility.HtmlDecode(lines[^1]));
        Assert.DoesNotContain("data-live=\"true\"", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_person_five_streams_stay_open_and_one_more_tells_once_how_far_the_item_is_until_another_has_ended()
    {
        const string Item = "theo-doi-nhieu";
        await HandInApprovedAsync(Item);
        using var staff = Follower(Site.Staff);
        using var approver = Follower(Site.Approver);
        List<FollowedWay> held = [];
        while (held.Count < 5)
        {
            held.Add(await FollowedWay.OpenAsync(staff, Item));
        }

        // The clock stands still: what stays open tells nothing more.
        await using var tooMany = await FollowedWay.OpenAsync(staff, Item);
        var end = tooMany.Events.MoveNextAsync().AsTask();
        await Eventually.IsTrueAsync(() => end.IsCompleted, "the end of the sixth stream");
        Assert.False(await end);
        await using var ofAnother = await FollowedWay.OpenAsync(approver, Item);

        // As a browser that is closed, or whose network is gone.
        await held[0].DisposeAsync();
        await Eventually.IsTrueAsync(IsOneMoreOpened, "the end of the stream that nobody reads any more");
        await using var again = await FollowedWay.OpenAsync(staff, Item);

        Assert.True(await NextAsync(again.Events));
        Assert.True(await NextAsync(ofAnother.Events));
        foreach (var stream in held.Skip(1))
        {
            await stream.DisposeAsync();
        }

        bool IsOneMoreOpened()
        {
            using var one = site.Get<OpenStreams>().Open(new(Site.Staff));
            return one is not null;
        }
    }

    [Fact]
    public async Task Who_asks_for_no_stream_gets_the_line_once_and_of_an_unknown_item_nothing()
    {
        using var staff = site.Visit(Site.Staff);
        var (_, line) = await staff.ReadAsync($"/items/{Site.Published}/way");
        var (status, stream) = await staff.ReadAsync($"/items/{Site.Published}/way/live");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("event: way\ndata: ", stream, StringComparison.Ordinal);
        Assert.Equal(line.Trim(), string.Join('\n', Data().Matches(stream).Select(data => data.Groups["line"].Value)).Trim());
        Assert.Equal(HttpStatusCode.NotFound, (await staff.ReadAsync("/items/khong-co-bai/way/live")).Status);
    }

    [Fact]
    public async Task What_failed_stands_with_its_cause_and_its_places_and_is_tried_again_from_there()
    {
        using var staff = site.Visit(Site.Staff);
        var (_, page) = await staff.ReadAsync($"/items/{Site.Troubled}");
        var trouble = Trouble().Match(page).Value;
        var ids = Ids().Matches(trouble).Select(match => ("id", WebUtility.HtmlDecode(match.Groups["id"].Value))).Take(3).ToArray();
        Assert.NotEmpty(ids);

        using var other = await staff.PostAsync(
            $"/items/{Site.Published}", $"/items/{Site.Published}/troubles/retry", ids);
        using var again = await staff.PostAsync($"/items/{Site.Troubled}", $"/items/{Site.Troubled}/troubles/retry", ids);

        Assert.Equal($"/items/{Site.Troubled}?count={ids.Length}&done=retried", again.Headers.Location?.OriginalString);
        var (_, after) = await staff.ReadAsync($"/items/{Site.Troubled}");
        Assert.All(ids, id => Assert.DoesNotContain($"value=\"{id.Item2}\"", after, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reasons_of_one_kind_are_one_cause_and_all_of_its_places_are_tried_again_with_one_button()
    {
        using var staff = site.Visit(Site.Staff);
        var (_, page) = await staff.ReadAsync($"/items/{Site.Troubled}");
        var causes = Trouble().Matches(page);
        var ids = Ids().Matches(causes[0].Value).Select(match => ("id", WebUtility.HtmlDecode(match.Groups["id"].Value))).ToArray();

        // Each place names another credential in its reason. Three are left to another test.
        Assert.InRange(causes.Count, 1, 4);
        Assert.True(ids.Length > 50, $"{ids.Length} places");
        Assert.Contains("<details>", causes[0].Value, StringComparison.Ordinal);
        using var again = await staff.PostAsync($"/items/{Site.Troubled}", $"/items/{Site.Troubled}/troubles/retry", ids[3..]);
        Assert.Equal($"/items/{Site.Troubled}?count={ids.Length - 3}&done=retried", again.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_commune_that_is_late_is_reminded_with_one_tap_and_the_record_says_so()
    {
        using var staff = site.Visit(Site.Staff);
        var (_, page) = await staff.ReadAsync($"/items/{Site.Illustrated}");
        Assert.Contains("Việc làm tay quá hạn", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains(
            "Xã Búng Lao: Cán bộ truyền thông xã Búng Lao, người thứ nhất (mẫu); Cán bộ truyền thông xã Búng Lao, người thứ hai (mẫu)",
            WebUtility.HtmlDecode(page),
            StringComparison.Ordinal);

        using var reminded = await staff.PostAsync(
            $"/items/{Site.Illustrated}", $"/items/{Site.Illustrated}/remind", ("commune", "bung-lao"));
        Assert.Equal($"/items/{Site.Illustrated}?done=commune-reminded", reminded.Headers.Location?.OriginalString);
        Assert.True(await site.Get<ItemReader>().HistoryAsync(new(Site.Illustrated), Cancellation)
            .AnyAsync(entry => entry is { What: "commune-reminded", Detail: "bung-lao" }, Cancellation));

        using var unknown = await staff.PostAsync(
            $"/items/{Site.Illustrated}", $"/items/{Site.Illustrated}/remind", ("commune", "khong-co"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
    }

    [Fact]
    public async Task A_leader_reads_the_causes_and_has_nothing_to_press()
    {
        using var leader = site.Visit(Site.Leader);
        using var staff = site.Visit(Site.Staff);
        var read = WebUtility.HtmlDecode((await leader.ReadAsync($"/items/{Site.Troubled}")).Html);

        Assert.DoesNotContain("Thử lại những nơi này", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Giờ đăng: đổi, tạm giữ", read, StringComparison.Ordinal);
        Assert.Contains("Xem giờ đăng", read, StringComparison.Ordinal);
        Assert.Contains(
            "Giờ đăng: đổi, tạm giữ",
            WebUtility.HtmlDecode((await staff.ReadAsync($"/items/{Site.Troubled}")).Html),
            StringComparison.Ordinal);
    }

    /// <summary>Hands in an item that is approved and not sent yet.</summary>
    private async Task HandInApprovedAsync(string item) =>
        await site.HandInAsync(
            $"items/{item}.md",
            SampleFiles.Article($"Theo dõi {item}", frontMatter: "communes: [muong-ang]")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal),
            Site.Approver);

    /// <summary>Somebody's browser, as it asks for a stream.</summary>
    private HttpClient Follower(string person)
    {
        HttpClient http = new() { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("Cookie", $"acting-person={person}");
        http.DefaultRequestHeaders.Add("Accept", "text/event-stream");
        return http;
    }

    /// <summary>The next event, whenever the program looks again: its clock is moved on until it does.</summary>
    private async Task<bool> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        var next = events.MoveNextAsync().AsTask();
        await Eventually.IsTrueAsync(
            () =>
            {
                site.Time.Advance(TimeSpan.FromSeconds(1));
                return next.IsCompleted;
            },
            "another event, or the end of the stream");
        return await next;
    }

    [GeneratedRegex(
        "^data: ?(?<line>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Data();

    [GeneratedRegex(
        "<section class=\"card trouble\">[\\s\\S]*?</section>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Trouble();

    [GeneratedRegex(
        "name=\"id\" value=\"(?<id>[^\"]+)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Ids();
}
