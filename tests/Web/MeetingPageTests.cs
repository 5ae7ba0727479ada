using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dissemination.Intake.Documents;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Web;

/// <summary>Meetings and opinions on their pages and in the API. Each test has days of its own.</summary>
public sealed class MeetingPageTests(Site site) : IClassFixture<Site>
{
    private const string New = "/meetings/new";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_communicator_tells_corrects_and_takes_back_by_forms_and_others_of_the_commune_read_what_it_was()
    {
        using var visitor = site.Visit(Site.Communicator);
        using var future = await visitor.PostAsync(New, New, Meeting("2026-12-30", "bản Xuân Lao"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, future.StatusCode);
        var refused = WebUtility.HtmlDecode(await future.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("30/12/2026 19:30 chưa đến", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"bản Xuân Lao\"", refused, StringComparison.Ordinal);

        using var told = await visitor.PostAsync(New, New, Meeting("2026-11-10", "bản Xuân Lao"));
        var address = await FirstAsync(visitor, "?from=2026-11-10&to=2026-11-10");
        var after = $"/meetings?undo={address["/meetings/".Length..]}&done=meeting-told";
        Assert.Equal(after, told.Headers.Location!.OriginalString);

        // The answer was lost on the way, or the button was tapped twice.
        using var again = await visitor.PostAsync(New, New, Meeting("2026-11-10", "bản Xuân Lao"));
        Assert.Equal(after, again.Headers.Location!.OriginalString);
        using var twice = await visitor.PostAsync(New, New, Meeting("2026-11-10", "bản xuân lao"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("name=\"another\"", await twice.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        using var without = await visitor.PostAsync(address, address, Meeting("2026-11-10", "bản Xuân Lao", "54"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        using var corrected = await visitor.PostAsync(address, address, [.. Meeting("2026-11-10", "bản Xuân Lao", "54"), ("reason", "đếm lại")]);
        Assert.Equal(HttpStatusCode.Found, corrected.StatusCode);

        using var colleague = site.Visit(Site.OtherCommunicator);
        var html = (await colleague.ReadAsync(address)).Html;
        Assert.Contains("đếm lại", html, StringComparison.Ordinal);
        Assert.Contains("Số người dự: 45", html, StringComparison.Ordinal);
        using var withdrawn = await colleague.PostAsync(address, $"{address}/withdraw", ("reason", "nhầm bản"));
        Assert.Equal("/meetings?done=meeting-withdrawn", withdrawn.Headers.Location!.OriginalString);
        Assert.Contains("đã rút", (await visitor.ReadAsync("/meetings?from=2026-11-10&to=2026-11-10")).Html, StringComparison.Ordinal);

        using var stranger = site.Visit("muong-ang-1");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.ReadAsync(address)).Status);
    }

    [Fact]
    public async Task A_meeting_is_announced_with_three_taps_and_closed_with_the_headcount_and_what_was_read()
    {
        using var visitor = site.Visit(Site.Communicator);
        using var before = await visitor.PostAsync(
            New, New, ("what", "meeting"), ("kind", "village-meeting"), ("day", "2026-11-12"), ("place", "bản Ba Chạm"));
        var (_, form) = await visitor.ReadAsync("/meetings/new?kind=cell-meeting");
        Assert.Contains("name=\"recent\" value=\"bản Ba Chạm\"", WebUtility.HtmlDecode(form), StringComparison.Ordinal);
        Assert.Contains("value=\"cell-meeting\" selected", form, StringComparison.Ordinal);
        using var told = await visitor.PostAsync(
            New, New, ("what", "meeting"), ("kind", "cell-meeting"), ("day", "2026-11-13"), ("place", ""), ("recent", "bản Ba Chạm"));
        var meeting = await FirstAsync(visitor, "?from=2026-11-13&to=2026-11-13");
        var after = $"/meetings?undo={meeting["/meetings/".Length..]}&done=meeting-told";
        Assert.Equal(after, told.Headers.Location!.OriginalString);

        var close = $"{meeting}/close";
        Assert.Contains($"href=\"{close}\"", (await visitor.ReadAsync("/today")).Html, StringComparison.Ordinal);
        using var typo = await visitor.PostAsync(close, close, ("attendance", "nhiều"), ("items", Site.Published));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, typo.StatusCode);
        Assert.Contains(
            $"value=\"{Site.Published}\" checked", await typo.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var closed = await visitor.PostAsync(close, close, ("attendance", "1.040"), ("items", Site.Published));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, closed.StatusCode);
        using var right = await visitor.PostAsync(close, close, ("attendance", "40"), ("items", Site.Published));
        Assert.Equal(after, right.Headers.Location!.OriginalString);
        Assert.DoesNotContain($"href=\"{close}\"", (await visitor.ReadAsync("/today")).Html, StringComparison.Ordinal);
        using var stranger = site.Visit("muong-ang-1");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.ReadAsync(close)).Status);
    }

    [Fact]
    public async Task A_sheet_is_shown_first_and_taken_when_a_person_agrees()
    {
        const string Page = "/meetings/sheet";
        using var staff = site.Visit(Site.Staff);
        using var wrong = await staff.PostFileAsync(
            Page, Page, "thang-9.csv", "Xã;Loại;Ngày;Nơi họp;Số người dự\nBúng Lao;Họp bản;31/9/2026;bản A;45\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var shown = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("31/9/2026", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/meetings/sheet/take", shown, StringComparison.Ordinal);

        var sheet = "Xã;Loại;Ngày;Nơi họp;Số người dự\nBúng Lao;Họp bản;30/9/2026;bản A;45\n";
        using var sound = await staff.PostFileAsync(Page, Page, "thang-9.csv", sheet);
        Assert.Equal(HttpStatusCode.OK, sound.StatusCode);
        Assert.DoesNotContain("bản A", (await staff.ReadAsync("/meetings?from=2026-09-30&to=2026-09-30")).Html, StringComparison.Ordinal);
        using var taken = await staff.PostAsync(
            Page, $"{Page}/take", ("name", "thang-9.csv"), ("content", Convert.ToBase64String(sheet.Utf8())));
        Assert.Equal("/meetings?count=1&done=sheet-taken", taken.Headers.Location!.OriginalString);
        Assert.Contains("bản A", (await staff.ReadAsync("/meetings?from=2026-09-30&to=2026-09-30")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leadership_reads_sums_side_by_side_with_how_many_communes_told_and_who_is_silent()
    {
        using var communicator = new Caller(site.Address, Site.Communicator);
        using var told = await PostAsync(
            communicator, Telling("2026-08-01", """{"kind":"conference","place":"Hội trường xã","attendance":120}"""));
        const string Online =
            """{"kind":"conference","place":"Phòng họp","mode":"online","attendance":300,"languages":["vi","blt-Tavt"]}""";
        using var online = await PostAsync(communicator, Telling("2026-08-01", Online));
        using var opinions = await PostAsync(communicator, """{"day":"2026-08-01","opinions":{"inPerson":44}}""");
        Assert.All([told, online, opinions], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));

        using var leader = site.Visit(Site.Leader);
        var html = WebUtility.HtmlDecode((await leader.ReadAsync("/meetings/summary?from=2026-08-01&to=2026-08-01")).Html);
        Assert.Contains("2 cuộc họp, hội nghị đã được báo cáo từ 1 trong 45 xã, phường", html, StringComparison.Ordinal);
        Assert.Contains("1 trong 45 xã, phường đã báo cáo", html, StringComparison.Ordinal);
        Assert.Contains("chưa báo cáo gì", html, StringComparison.Ordinal);
        Assert.DoesNotContain("420", html, StringComparison.Ordinal);

        using var reader = new Caller(site.Address, Site.Leader);
        var summary = await reader.Http.GetFromJsonAsync<JsonNode>("/api/meetings/summary?from=2026-08-01&to=2026-08-01", Cancellation);
        Assert.Equal(120, (long)summary!["inPerson"]!["attendance"]!);
        Assert.Equal(300, (long)summary["online"]!["attendance"]!);
        Assert.Equal(44, (long)summary["opinionsInPerson"]!);
        Assert.Null(summary["opinionsOnline"]);
        using var file = await leader.GetAsync("/meetings/summary.xlsx?from=2026-08-01&to=2026-08-01");
        var excel = WorkbookReader.Read(new("a.xlsx", await file.Content.ReadAsByteArrayAsync(Cancellation))).AssertValid();
        Assert.Contains(excel.Rows, row => string.Join('|', row).Contains("|120|1|45", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Programs_tell_correct_with_the_version_they_read_and_check_a_sheet_before_they_send_it()
    {
        using var communicator = new Caller(site.Address, Site.Communicator);
        var request = Telling("2026-07-01", """{"kind":"cell-meeting","time":"19:30:00","place":"Nhà văn hoá","attendance":20}""");
        using var told = await PostAsync(communicator, request);
        var answer = await told.Content.ReadFromJsonAsync<JsonNode>(Cancellation);
        var address = $"/api/meetings/{answer!["id"]}";
        using var twice = await PostAsync(communicator, request);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        using var absurd = await PostAsync(communicator, Telling("2026-07-01", """{"kind":"cell-meeting","place":"bản","attendance":2000}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, absurd.StatusCode);
        using var neither = await PostAsync(communicator, """{"day":"2026-07-01"}""");
        Assert.Equal("MeetingOrOpinions", (string?)(await neither.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["code"]);

        var better = request.Replace("\"attendance\":20", "\"attendance\":21", StringComparison.Ordinal)[..^1] + ",\"reason\":\"đếm lại\"}";
        using var unread = await communicator.SendAsync(HttpMethod.Put, address, etag: null, better.Utf8(), "application/json");
        Assert.Equal(HttpStatusCode.PreconditionRequired, unread.StatusCode);
        using var corrected = await communicator.SendAsync(
            HttpMethod.Put, address, told.Headers.ETag!.ToString(), better.Utf8(), "application/json");
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        var changes = await communicator.Http.GetFromJsonAsync<JsonNode>($"{address}/changes", Cancellation);
        Assert.Equal(20, (int)changes![0]!["before"]!["meeting"]!["attendance"]!);
        using var withdrawn = await communicator.SendAsync(
            HttpMethod.Post, $"{address}/withdraw", corrected.Headers.ETag!.ToString(), """{"reason":"nhầm"}""".Utf8(), "application/json");
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);

        var sheet = "kind,day,place,attendance\nvillage meeting,2026-07-02,bản Co Nỏng,33\n".Utf8();
        using var check = await communicator.SendAsync(HttpMethod.Post, "/api/meetings/sheets/check?file=a.csv", null, sheet);
        Assert.True((bool)(await check.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["mayBeTaken"]!);
        using var taken = await communicator.SendAsync(HttpMethod.Post, "/api/meetings/sheets?file=a.csv", null, sheet);
        Assert.Equal(1, (int)(await taken.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["new"]!);
        using var staff = new Caller(site.Address, Site.Staff);
        using var rebuilt = await staff.PostAsync("/api/meetings/rebuild", etag: null);
        Assert.Equal(0, (int)(await rebuilt.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["mended"]!);
    }

    private static Task<HttpResponseMessage> PostAsync(Caller caller, string json) =>
        caller.SendAsync(HttpMethod.Post, "/api/meetings", etag: null, json.Utf8(), "application/json");

    private static string Telling(string day, string meeting) => $$"""{"day":"{{day}}","meeting":{{meeting}}}""";

    private static (string, string)[] Meeting(string day, string place, string attendance = "45") =>
    [
        ("what", "meeting"), ("kind", "village-meeting"), ("day", day), ("time", "19:30"), ("place", place), ("mode", "in-person"),
        ("attendance", attendance), ("languages", "vi"), ("languages", "blt-Tavt"),
    ];

    private static async Task<string> FirstAsync(Visitor visitor, string query)
    {
        var (_, html) = await visitor.ReadAsync($"/meetings{query}");
        var from = html.IndexOf("href=\"/meetings/bung-lao.", StringComparison.Ordinal) + "href=\"".Length;
        return html[from..html.IndexOf('"', from)];
    }
}
