using System.Net;
using System.Text;
using Dissemination.Intake.Documents;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Problems;
using Dissemination.Web.SignIn;

namespace Dissemination.Tests.Web;

/// <summary>The calendar in other programs: by an address that staff make and can take back, and as a file.</summary>
public sealed class CalendarFeedTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_tells_what_goes_out_when_until_its_token_is_revoked()
    {
        await PlanAsync("trong-lich-may", days: 12);
        var token = await MakeAsync(TokenScope.Calendar);
        using var program = site.Visit();
        using var answer = await program.GetAsync($"/calendar/feed/{token}.ics");
        var text = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("BEGIN:VCALENDAR", text, StringComparison.Ordinal);
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal);
        var at = site.Time.GetUtcNow().AddDays(12);
        Assert.Contains("UID:trong-lich-may.vi@dissemination", unfolded, StringComparison.Ordinal);
        Assert.Contains($"DTSTART:{at:yyyyMMdd'T'HHmm}00Z", unfolded, StringComparison.Ordinal);
        Assert.DoesNotContain("TZID", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Site.Approver, text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));

        Assert.Null(await site.Get<AccessTokenStore>().RevokeAsync(
            token[AccessTokenStore.Prefix.Length..][..16], await site.PersonAsync(Site.Staff), Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await program.ReadAsync($"/calendar/feed/{token}.ics")).Status);
    }

    [Fact]
    public async Task A_token_for_something_else_opens_no_feed_and_one_for_the_feed_opens_nothing_else()
    {
        using var program = site.Visit();
        var other = await MakeAsync(TokenScope.Read);
        Assert.Equal(HttpStatusCode.NotFound, (await program.ReadAsync($"/calendar/feed/{other}.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await program.ReadAsync("/calendar/feed/gi-do.ics")).Status);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/items");
        request.Headers.Authorization = new("Bearer", await MakeAsync(TokenScope.Calendar));
        using var answer = await program.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_address_is_shown_once_to_whoever_made_it()
    {
        using var staff = site.Visit(Site.Staff);
        Assert.Matches("value=\"calendar\" checked", (await staff.ReadAsync("/access?scope=calendar")).Html);
        using var made = await staff.PostAsync(
            "/access", "/access/tokens", ("name", "Lịch trên điện thoại"), ("scope", "calendar"), ("days", "365"));

        Assert.Matches(
            "/calendar/feed/dissem_[0-9a-f]+_[0-9a-f]+\\.ics", await made.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task The_file_has_a_row_for_each_item_and_language()
    {
        var at = await PlanAsync("trong-excel", days: 70);
        using var staff = site.Visit(Site.Staff);
        using var answer = await staff.GetAsync($"/calendar/calendar.xlsx?view=week&day={LocalTime.DayOf(at):yyyy-MM-dd}");
        var sheet = WorkbookReader.Read(new("lich.xlsx", await answer.Content.ReadAsByteArrayAsync(Cancellation))).AssertValid();

        Assert.Equal(ExcelBook.ContentType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(sheet.Rows, row => row.Any(cell => cell.Contains("trong-excel", StringComparison.Ordinal)));
    }

    private async Task<DateTimeOffset> PlanAsync(string id, int days)
    {
        var at = site.Time.GetUtcNow().AddDays(days);
        var local = TimeZoneInfo.ConvertTime(at, LocalTime.Zone);
        await site.HandInAsync(
            $"items/{id}.md",
            SampleFiles.Article(
                $"{id} có tiêu đề dài có dấu tiếng Việt để phải xuống dòng nhiều lần trong lịch, kể cả chữ cuối",
                frontMatter: $"publishAt: {local:yyyy-MM-dd HH:mm}")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal),
            Site.Approver);
        return at;
    }

    private async Task<string> MakeAsync(TokenScope scope)
    {
        var made = await site.Get<AccessTokenStore>().MakeAsync(
            new($"Thử {scope}", [scope], 30), new(await site.PersonAsync(Site.Staff)), Cancellation);
        return made.Value!;
    }
}
