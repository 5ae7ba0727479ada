using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.SimulatorTests.Facebook;

public sealed class FacebookSimulatorTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 20, 0, 30, 0, TimeSpan.Zero));
    private FacebookSimulator _facebook = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _facebook = await FacebookSimulator.StartAsync(time: _time, cancellationToken: Cancellation);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _facebook.DisposeAsync();
    }

    [Fact]
    public async Task A_post_is_recorded_with_its_page_and_token_and_is_gone_when_it_is_deleted()
    {
        var (_, body) = await PostAsync("token", "page/feed", ("message", "words"));

        var post = Assert.Single(_facebook.Posted);
        Assert.Equal(
            ("token", "page", (string)body["id"]!, "words", 0, _time.GetUtcNow()),
            (post.Credential, post.Destination, post.Reference, post.Text, post.Pictures, post.At));

        Assert.Equal("words", (string?)(await CallAsync(HttpMethod.Get, "token", post.Reference + "?fields=message")).Body["message"]);
        await CallAsync(HttpMethod.Delete, "token", post.Reference);
        Assert.Empty(_facebook.Posted);
        Assert.Equal(33, Code((await CallAsync(HttpMethod.Get, "token", post.Reference)).Body, "error_subcode"));
    }

    [Fact]
    public async Task The_text_of_a_pages_last_post_is_refused_and_that_of_an_earlier_one_is_not()
    {
        foreach (var (page, words, code) in ((string, string, int)[])[
            ("a", "one", 0), ("a", "one", 506), ("b", "one", 0), ("a", "two", 0), ("a", "one", 0)])
        {
            Assert.Equal(code, Code((await PostAsync("token", $"{page}/feed", ("message", words))).Body));
        }

        Assert.Equal(4, _facebook.Posted.Count);
    }

    [Fact]
    public async Task A_list_is_paged_both_ways_newest_first()
    {
        for (var number = 0; number < 5; number++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await PostAsync("token", "page/feed", ("message", $"post {number}"));
        }

        var first = (await CallAsync(HttpMethod.Get, "token", "page/feed?fields=message&limit=2")).Body;
        var second = (await CallAsync(HttpMethod.Get, "token", $"page/feed?fields=message&limit=2&after={Cursor(first, "after")}")).Body;
        var third = (await CallAsync(HttpMethod.Get, "token", $"page/feed?fields=message&limit=2&after={Cursor(second, "after")}")).Body;
        var back = (await CallAsync(HttpMethod.Get, "token", $"page/feed?fields=message&limit=2&before={Cursor(third, "before")}")).Body;

        Assert.Equal(["post 4", "post 3"], Messages(first));
        Assert.Equal(["post 2", "post 1"], Messages(second));
        Assert.Equal(["post 0"], Messages(third));
        Assert.Equal(["post 2", "post 1"], Messages(back));
        Assert.NotNull(second["paging"]!["next"]);
        Assert.Null(third["paging"]!["next"]);
    }

    [Fact]
    public async Task Only_what_a_post_shows_is_posted()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("false"), "published" },
            { new ByteArrayContent([1, 2, 3]), "source", "a.png" },
        };
        var picture = (string)(await CallAsync(HttpMethod.Post, "token", "page/photos", form)).Body["id"]!;
        Assert.Empty(_facebook.Posted);

        await PostAsync("token", "page/feed", ("message", "words"), ("attached_media[0]", $$"""{"media_fbid":"{{picture}}"}"""));

        Assert.Equal(1, Assert.Single(_facebook.Posted).Pictures);
        Assert.Equal(
            100,
            Code(
                (await PostAsync(
                    "token", "other/feed", ("message", "words"), ("attached_media[0]", $$"""{"media_fbid":"{{picture}}"}"""))).Body));
    }

    public static TheoryData<Fault, bool> Faulty => new()
    {
        { Fault.Throttled, false },
        { Fault.ServerError, false },
        { Fault.ServerErrorAfterAccept, true },
        { Fault.CutBeforeAccept, false },
        { Fault.CutAfterAccept, true },
        { Fault.Malformed, true },
        { Fault.Slow, true },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task Every_fault_of_a_plan_posts_or_does_not_as_it_says(Fault fault, bool isPosted)
    {
        _facebook.Faults = Always(fault) with { Slowness = TimeSpan.FromMilliseconds(1) };

        var failure = await Record.ExceptionAsync(() => PostAsync("token", "page/feed", ("message", "words")));

        Assert.Equal(isPosted ? 1 : 0, _facebook.Posted.Count);
        Assert.Equal(fault is Fault.CutBeforeAccept or Fault.CutAfterAccept or Fault.Malformed, failure is not null);
    }

    [Theory]
    [InlineData(120, 2)]
    [InlineData(2, 0)]
    public async Task A_limit_names_whole_minutes_and_nothing_below(int seconds, int minutes)
    {
        _facebook.Faults = Always(Fault.Throttled) with { RetryAfter = seconds };

        var (response, body) = await PostAsync("token", "page/feed", ("message", "words"));

        Assert.Contains(Code(body), (int[])[32, 613]);
        var usage = JsonNode.Parse(response.Headers.GetValues("X-Business-Use-Case-Usage").Single())!["1000"]![0]!;
        Assert.Equal((100, minutes), ((int)usage["call_count"]!, (int)usage["estimated_time_to_regain_access"]!));
    }

    [Fact]
    public async Task Whoever_asks_before_the_time_is_counted_and_told_again_and_whoever_waits_is_not()
    {
        _facebook.Faults = Always(Fault.Throttled);
        await PostAsync("token", "page/feed", ("message", "words"));
        _facebook.Faults = FaultPlan.None;

        Assert.NotEqual(0, Code((await PostAsync("token", "page/feed", ("message", "under way"))).Body));
        Assert.Equal(0, _facebook.AskedTooSoon);
        Assert.Equal(0, Code((await PostAsync("another", "page/feed", ("message", "another's"))).Body));

        _time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.NotEqual(0, Code((await PostAsync("token", "page/feed", ("message", "too soon"))).Body));
        Assert.Equal((1, 3), (_facebook.AskedTooSoon, _facebook.Throttled));

        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(0, Code((await PostAsync("token", "page/feed", ("message", "in time"))).Body));
        Assert.Equal((1, 3), (_facebook.AskedTooSoon, _facebook.Throttled));
    }

    [Fact]
    public async Task A_credential_is_dead_or_dies_half_way()
    {
        _facebook.Faults = new() { DeadCredentials = ["dead"], DiesAfter = ImmutableDictionary<string, int>.Empty.Add("dying", 2) };

        Assert.Equal(190, Code((await PostAsync("dead", "page/feed", ("message", "0"))).Body));
        Assert.Equal(0, Code((await PostAsync("dying", "page/feed", ("message", "1"))).Body));
        Assert.Equal(0, Code((await PostAsync("dying", "page/feed", ("message", "2"))).Body));
        Assert.Equal(190, Code((await PostAsync("dying", "page/feed", ("message", "3"))).Body));
        Assert.Equal(104, Code((await PostAsync("", "page/feed", ("message", "4"))).Body));
        Assert.Equal(["1", "2"], _facebook.Posted.Select(post => post.Text));
    }

    [Fact]
    public async Task Many_at_once_are_all_recorded_once()
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 3000), new ParallelOptions
            {
                MaxDegreeOfParallelism = 16,
                CancellationToken = Cancellation,
            }, async (number, _) =>
            await PostAsync($"token {number % 45}", $"page-{number % 45}/feed", ("message", $"post {number}")));

        Assert.Equal((3000, 3000), (_facebook.Calls, _facebook.Posted.Count));
        Assert.Equal(3000, _facebook.Posted.Select(post => post.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3000, _facebook.Posted.Select(post => post.Reference).Distinct(StringComparer.Ordinal).Count());
        Assert.All(_facebook.Posted, post => Assert.Equal(post.Destination["page-".Length..], post.Credential["token ".Length..]));
    }

    [Fact]
    public async Task It_tells_and_takes_orders_while_it_runs_by_itself()
    {
        await PostAsync("token", "page/feed", ("message", "words"));
        var posts = JsonNode.Parse(await _http.GetStringAsync(new Uri(_facebook.BaseUrl + "/_posts"), Cancellation))!;
        Assert.Equal("words", (string?)posts[0]!["text"]);

        using var plan = new StringContent("""{"deadCredentials":["token"]}""", new MediaTypeHeaderValue("application/json"));
        using var set = await _http.PutAsync(new Uri(_facebook.BaseUrl + "/_faults"), plan, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.Equal(190, Code((await PostAsync("token", "page/feed", ("message", "more"))).Body));
    }

    private static FaultPlan Always(Fault fault) => new() { Shares = ImmutableDictionary<Fault, double>.Empty.Add(fault, 1) };

    private Task<(HttpResponseMessage Response, JsonNode Body)> PostAsync(
        string token, string path, params (string Name, string Value)[] fields) =>
        CallAsync(
            HttpMethod.Post, token, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private async Task<(HttpResponseMessage Response, JsonNode Body)> CallAsync(
        HttpMethod method, string token, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, $"{_facebook.BaseUrl}/v24.0/{path}") { Content = content };
        if (token.Length > 0)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        var response = await _http.SendAsync(request, Cancellation);
        return (response, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!);
    }

    private static int Code(JsonNode body, string name = "code") => (int?)body["error"]?[name] ?? 0;

    private static string Cursor(JsonNode list, string name) => Uri.EscapeDataString((string)list["paging"]!["cursors"]![name]!);

    private static IEnumerable<string?> Messages(JsonNode list) => list["data"]!.AsArray().Select(post => (string?)post!["message"]);
}
