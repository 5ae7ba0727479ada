using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Zalo;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.SimulatorTests.Zalo;

public sealed class ZaloSimulatorTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refresh_token_works_once_and_its_second_use_kills_the_whole_chain()
    {
        await using var zalo = await StartAsync();
        using var client = Client(zalo);
        var first = await RefreshAsync(client, ZaloSimulator.FirstTokenOf("a"));
        var second = await RefreshAsync(client, Text(first, "refresh_token"));
        Assert.Equal(0, await PostAsync(client, Text(second, "access_token")));

        var twice = await RefreshAsync(client, Text(first, "refresh_token"));

        Assert.Equal(-14020, (int)twice["error"]!);
        Assert.Equal(-14020, (int)(await RefreshAsync(client, Text(second, "refresh_token")))["error"]!);
        Assert.Equal(-216, await PostAsync(client, Text(second, "access_token")));
        Assert.Equal(0, await PostAsync(client, Text(await RefreshAsync(client, ZaloSimulator.FirstTokenOf("a", 2)), "access_token")));
    }

    [Fact]
    public async Task A_token_of_nobody_a_wrong_application_and_a_wrong_secret_are_told_apart()
    {
        await using var zalo = await StartAsync();
        using var client = Client(zalo);

        Assert.Equal(-14014, (int)(await RefreshAsync(client, "x"))["error"]!);
        Assert.Equal(-14002, (int)(await RefreshAsync(client, ZaloSimulator.FirstTokenOf("a"), appId: "1"))["error"]!);
        Assert.Equal(-14004, (int)(await RefreshAsync(client, ZaloSimulator.FirstTokenOf("a"), secret: "s"))["error"]!);
    }

    [Fact]
    public async Task An_access_token_ends_after_25_hours()
    {
        await using var zalo = await StartAsync();
        using var client = Client(zalo);
        var token = await TokenAsync(client, "a");
        _time.Advance(TimeSpan.FromHours(24.9));
        Assert.Equal(0, await PostAsync(client, token));

        _time.Advance(TimeSpan.FromHours(0.1));
        Assert.Equal(-220, await PostAsync(client, token));
    }

    [Fact]
    public async Task Who_does_not_wait_after_a_later_is_counted_and_others_are_not()
    {
        await using var zalo = await StartAsync();
        using var client = Client(zalo);
        var (hasty, other) = (await TokenAsync(client, "a"), await TokenAsync(client, "b"));
        zalo.FailNext(ZaloFault.Throttled);
        Assert.Equal(-32, await PostAsync(client, hasty));
        Assert.Equal((1, 0), (zalo.Throttled, zalo.AskedTooSoon));

        _time.Advance(TimeSpan.FromSeconds(1));
        await PostAsync(client, hasty);
        await PostAsync(client, other);
        Assert.Equal(1, zalo.AskedTooSoon);

        _time.Advance(TimeSpan.FromSeconds(1));
        await PostAsync(client, hasty);
        Assert.Equal(1, zalo.AskedTooSoon);
    }

    public static TheoryData<Fault, bool, string> Kinds => new()
    {
        { Fault.None, true, "0" },
        { Fault.Throttled, false, "-32" },
        { Fault.ServerError, false, "500" },
        { Fault.ServerErrorAfterAccept, true, "502" },
        { Fault.CutBeforeAccept, false, "cut" },
        { Fault.CutAfterAccept, true, "cut" },
        { Fault.Malformed, true, "malformed" },
        { Fault.Slow, true, "0" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_fault_does_what_it_says(Fault fault, bool posted, string answer)
    {
        await using var zalo = await StartAsync();
        using var client = Client(zalo);
        var token = await TokenAsync(client, "a");
        zalo.Faults = new() { Shares = ImmutableDictionary<Fault, double>.Empty.Add(fault, 1), Slowness = TimeSpan.FromMilliseconds(50) };

        Assert.Equal(answer, await AnswerAsync(client, token));
        Assert.Equal(posted ? 1 : 0, zalo.Posted.Count);
    }

    [Fact]
    public async Task A_dead_account_is_refused_everywhere_and_one_may_die_half_way()
    {
        await using var zalo = await StartAsync();
        using var client = Client(zalo);
        var token = await TokenAsync(client, "a");
        zalo.Faults = new() { DiesAfter = ImmutableDictionary<string, int>.Empty.Add("a", 2), DeadCredentials = ["b"] };

        List<int> answers =
            [await PostAsync(
                client, token), await PostAsync(client, token), await PostAsync(client, token), await PostAsync(client, token)];
        Assert.Equal([0, 0, -216, -216], answers);
        Assert.Equal(2, zalo.Posted.Count);
        Assert.Equal(-14014, (int)(await RefreshAsync(client, ZaloSimulator.FirstTokenOf("b")))["error"]!);
    }

    [Fact]
    public async Task Many_at_once_are_each_posted_once()
    {
        await using var zalo = await StartAsync();
        using var client = Client(zalo);
        var token = await TokenAsync(client, "a");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => PostAsync(client, token)));

        Assert.Equal(200, zalo.Posted.Select(post => post.Reference).Distinct(StringComparer.Ordinal).Count());
        Assert.All(zalo.Posted, post => Assert.Equal(("a", "g"), (post.Credential, post.Destination)));
    }

    private Task<ZaloSimulator> StartAsync() => ZaloSimulator.StartAsync(time: _time, cancellationToken: Cancellation);

    private static HttpClient Client(ZaloSimulator zalo) => new() { BaseAddress = new(zalo.BaseUrl) };

    private static async Task<string> TokenAsync(HttpClient client, string account) =>
        Text(await RefreshAsync(client, ZaloSimulator.FirstTokenOf(account)), "access_token");

    private static async Task<JsonObject> RefreshAsync(HttpClient client, string token, string? appId = null, string? secret = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ZaloSimulator.TokenPath);
        request.Headers.Add("secret_key", secret ?? ZaloSimulator.SecretKey);
        request.Content = new FormUrlEncodedContent(
            [new("refresh_token", token), new("app_id", appId ?? ZaloSimulator.AppId), new("grant_type", "refresh_token")]);
        using var response = await client.SendAsync(request, Cancellation);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
    }

    private static async Task<int> PostAsync(HttpClient client, string token) =>
        int.Parse(await AnswerAsync(client, token), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The code of the answer, the status where it is not 200, or how it failed.</summary>
    private static async Task<string> AnswerAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3.0/oa/group/message");
        request.Headers.Add("access_token", token);
        request.Content = JsonContent.Create(
            new JsonObject { ["recipient"] = new JsonObject { ["group_id"] = "g" }, ["message"] = new JsonObject { ["text"] = "chữ" } });
        try
        {
            using var response = await client.SendAsync(request, Cancellation);
            var body = await response.Content.ReadAsStringAsync(Cancellation);
            return (int)response.StatusCode != 200 ? $"{(int)response.StatusCode}" : $"{JsonNode.Parse(body)!["error"]}";
        }
        catch (HttpRequestException)
        {
            return "cut";
        }
        catch (System.Text.Json.JsonException)
        {
            return "malformed";
        }
    }

    private static string Text(JsonObject json, string name) => (string)json[name]!;
}
