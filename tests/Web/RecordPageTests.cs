using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Storage.Records;
using Dissemination.Web;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace Dissemination.Tests.Web;

/// <summary>The record as the staff look into it: who did what, what was refused, and whether it is whole.</summary>
public sealed class RecordPageTests(Site site) : IClassFixture<Site>
{
    private const string None = "Không có dòng nào";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_shows_who_did_what_and_finds_it_by_person_act_item_and_day()
    {
        await ChainAsync();
        using var staff = site.Visit(Site.Staff);

        Assert.Contains($"/items/{Site.Published}", await HtmlAsync(staff, "/record?what=translation-approved"), StringComparison.Ordinal);
        Assert.Contains($"/items/{Site.Published}", await HtmlAsync(staff, $"/record?subject={Site.Published}"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            $"/items/{Site.Unapproved}\"", await HtmlAsync(staff, $"/record?subject={Site.Published}"), StringComparison.Ordinal);
        Assert.Contains(None, await HtmlAsync(staff, $"/record?who={Site.GroupKeeper}"), StringComparison.Ordinal);
        Assert.Contains(None, await HtmlAsync(staff, "/record?from=2020-01-01&to=2020-01-02"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_is_called_by_its_title_and_its_id_stays_in_what_is_taken_along()
    {
        await ChainAsync();
        var title = (await site.Get<ItemReader>().FindAsync(new(Site.Published), Cancellation))!.Value.Headline;
        using var staff = site.Visit(Site.Staff);
        using var program = Program();

        var html = await HtmlAsync(staff, "/record?what=translation-approved");
        var only = await HtmlAsync(staff, $"/record?subject={Site.Published}");
        var table = await program.Http.GetStringAsync(
            "/api/record/export.csv?what=translation-approved&from=2026-01-01&to=2026-12-31", Cancellation);

        Assert.Contains($"<a href=\"/items/{Site.Published}\">{title}</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain($">{Site.Published}<", html, StringComparison.Ordinal);
        Assert.Contains($"Chỉ những dòng về «{title}».", only, StringComparison.Ordinal);
        Assert.Contains(Site.Published, table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_is_in_it_with_who_and_why()
    {
        using (var communicator = site.Visit(Site.Communicator))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await communicator.ReadAsync("/access")).Status);
        }

        using (var program = Program())
        {
            using var refused = await program.PostAsync($"/api/items/{Site.Unapproved}/approve", "*");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        await ChainAsync();
        using var staff = site.Visit(Site.Staff);
        var refusals = await HtmlAsync(staff, "/record?what=refused");
        Assert.Contains("GET /access: 403", refusals, StringComparison.Ordinal);
        Assert.Contains($"POST /api/items/{Site.Unapproved}/approve: 403 NotYourRole", refusals, StringComparison.Ordinal);
        Assert.Contains(
            "GET /access: 403", await HtmlAsync(staff, $"/record?what=refused&who={Site.Communicator}"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "/approve: 403", await HtmlAsync(staff, $"/record?what=refused&who={Site.Communicator}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_act_on_many_what_was_refused_is_in_it_one_by_one_though_the_rest_was_done()
    {
        var own = await site.HandTaskAsync("bung-lao", Site.Published);
        var foreign = await site.HandTaskAsync("muong-ang", Site.Published);
        using (Caller program = new(site.Address, Site.Communicator))
        {
            using var answer = await program.Http.PostAsJsonAsync(
                "/api/deliveries/confirm", new { ids = (string[])[$"{own}", $"{foreign}"] }, Cancellation);
            var outcomes = await answer.Content.ReadFromJsonAsync<JsonArray>(Cancellation);
            Assert.Equal([true, false], outcomes!.Select(outcome => (bool)outcome!["done"]!));
        }

        using (var communicator = site.Visit(Site.Communicator))
        {
            using var answer = await communicator.PostAsync("/hand-tasks", "/hand-tasks/confirm", ("id", $"{foreign}"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using (Caller program = new(site.Address, Site.Approver))
        {
            string[] items = [$"{Site.Unapproved}~7", $"{Site.Published}~7"];
            using var answer = await program.Http.PostAsJsonAsync("/api/approvals", new { items, document = "MẪU-09" }, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await ChainAsync();
        using var staff = site.Visit(Site.Staff);
        var refusals = await HtmlAsync(staff, "/record?what=refused");
        Assert.Contains($"POST /api/deliveries/confirm: 403 NotYourCommune: {foreign}", refusals, StringComparison.Ordinal);
        Assert.Contains($"POST /hand-tasks/confirm: 403 NotYourCommune: {foreign}", refusals, StringComparison.Ordinal);
        Assert.Contains(
            $"POST /api/approvals: 412 ChangedMeanwhile: {Site.Unapproved}, {Site.Published}", refusals, StringComparison.Ordinal);
        Assert.DoesNotContain($"{own}", refusals, StringComparison.Ordinal);
    }

    /// <summary>That is answered further out than all that is refused else.</summary>
    [Fact]
    public async Task An_act_that_others_got_ahead_of_each_time_is_in_it()
    {
        var person = (await site.Get<DirectoryStore>().CurrentAsync(Cancellation)).Find(new PersonId(Site.Staff))!;
        DefaultHttpContext context = new() { RequestServices = site.Services };
        (context.Request.Method, context.Request.Path) = ("POST", "/api/items/tranh-nhau/withdraw");
        context.Features.Set(new CurrentPerson(person));

        Assert.True(await new FailureAnswers().TryHandleAsync(context, new LostRaceException("an item"), Cancellation));

        Assert.Equal(StatusCodes.Status409Conflict, context.Response.StatusCode);
        await ChainAsync();
        var lines = site.Get<RecordReader>()
            .AllAsync(new(new(2026, 1, 1), new(2027, 12, 31)) { Who = Site.Staff, What = "refused" }, Cancellation);
        Assert.True(await lines.AnyAsync(
            line => line.Entry.Detail == "POST /api/items/tranh-nhau/withdraw: 409 ChangedByOthers", Cancellation));
    }

    [Fact]
    public async Task Nobody_fills_it_by_being_refused_again_and_again()
    {
        using (var communicator = site.Visit(Site.OtherCommunicator))
        {
            for (var time = 0; time < AccessRecord.MostRefusals + 20; time++)
            {
                site.Time.Advance(TimeSpan.FromTicks(1));
                await communicator.ReadAsync("/access");
            }
        }

        await ChainAsync();
        Assert.InRange(
            await site.Get<RecordReader>()
                .AllAsync(new(new(2026, 1, 1), new(2027, 12, 31)) { Who = Site.OtherCommunicator, What = "refused" }, Cancellation)
                .CountAsync(Cancellation),
            1,
            AccessRecord.MostRefusals * 2);
    }

    [Fact]
    public async Task Who_signs_in_is_in_it()
    {
        using (var visitor = site.Visit())
        {
            using var signedIn = await visitor.PostAsync("/sign-in", "/sign-in", ("person", Site.Leader));
            Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        }

        await ChainAsync();
        Assert.True(await site.Get<RecordReader>()
            .AllAsync(new(new(2026, 1, 1), new(2027, 12, 31)) { Who = Site.Leader, What = "signed-in" }, Cancellation)
            .AnyAsync(Cancellation));
    }

    [Fact]
    public async Task It_is_taken_along_as_a_table_and_as_lines_that_anybody_can_check()
    {
        await ChainAsync();
        using var program = Program();
        var table = await program.Http.GetStringAsync("/api/record/export.csv?from=2026-01-01&to=2026-12-31", Cancellation);
        var lines = (await program.Http.GetStringAsync("/api/record/export.jsonl?from=2026-01-01&to=2026-12-31", Cancellation))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        Assert.StartsWith("number,day,at,who,what,subject", table, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Contains((string)line["hash"]!, table, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Equal(
            (string?)line["hash"],
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                Encoding.UTF8.GetBytes($"{line["number"]}\n{line["day"]}\n{line["before"]}\n{line["text"]}")))));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.Equal((string?)pair.First["before"], (string?)pair.Second["hash"]));
        using var unknown = await program.Http.GetAsync("/api/record/export.exe", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task The_API_lists_it_a_page_at_a_time_and_looks_whether_it_is_whole()
    {
        await ChainAsync();
        using var program = Program();

        var page = await program.Http.GetFromJsonAsync<JsonNode>($"/api/record?subject={Site.Published}&what=approved", Cancellation);
        Assert.Equal(Site.Published, (string?)page!["items"]![0]!["entry"]!["subject"]);
        var verdict = await program.Http.GetFromJsonAsync<JsonNode>("/api/record/verify", Cancellation);
        Assert.True((bool)verdict!["isWhole"]!);
        Assert.True((long)verdict["lines"]! > 20);
    }

    [Fact]
    public async Task The_page_says_that_it_is_whole_and_when_it_is_not_where()
    {
        await ChainAsync();
        using var staff = site.Visit(Site.Staff);
        Assert.Contains("Nhật ký còn nguyên", await HtmlAsync(staff, "/record/check"), StringComparison.Ordinal);

        var row = await site.Store.Record
            .StartingWithAsync(KeysOfRecords.Chain, KeysOfRecords.LinePrefix, StorageJson.Default.RecordLine, Cancellation)
            .ElementAtAsync(3, Cancellation);
        var forged = row.Value with { Text = row.Value.Text.Replace("\"who\":\"", "\"who\":\"x", StringComparison.Ordinal) };
        await PutAsync(row.RowKey, forged);
        var broken = await HtmlAsync(staff, "/record/check");
        await PutAsync(row.RowKey, row.Value);

        Assert.Contains("Nhật ký không còn nguyên", broken, StringComparison.Ordinal);
        Assert.Contains(
            $"{LocalTime.Text(row.Value.Day)}, dòng {LocalTime.Number(row.Value.Number)}: nội dung đã bị sửa",
            broken,
            StringComparison.Ordinal);
    }

    private Caller Program() => new(site.Address, Site.Staff);

    private Task ChainAsync() => site.Get<RecordChainer>().ChainAsync(Cancellation);

    private Task<bool> PutAsync(string key, RecordLine line) =>
        new Transaction(KeysOfRecords.Chain).Put(key, line, StorageJson.Default.RecordLine).CommitAsync(site.Store.Record, Cancellation);

    private static async Task<string> HtmlAsync(Visitor visitor, string path)
    {
        var (status, html) = await visitor.ReadAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        return WebUtility.HtmlDecode(html);
    }
}
