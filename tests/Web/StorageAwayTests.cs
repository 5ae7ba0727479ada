using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Dissemination.Tests.Web;

/// <summary>
/// Pages and API while storage is away: who waits is told within five seconds, whatever was asked. All are asked at once, so nothing else runs
/// beside it; and what all of them together take of the machine is no waiting, so seconds are counted by its pulse.
/// </summary>
[Collection(WholeMachine.Name)]
public sealed partial class StorageAwayTests : Rooms
{
    private const string Item = "mau";

    private static readonly (string Name, string Value)[] Fields =
    [
        ("reason", "a"), ("id", "mau.1.vi.bung-lao.telegram"), ("at", "1"), ("source", "a"), ("target", "b"), ("person", "can-bo"),
        ("language", "blt-Tavt"),
        ("comment", "a"), ("title", "a"), ("body", "a"), ("document", "a"), ("s0", "a"), ("finding", "a"), ("rule", "preferred"),
    ];

    /// <summary>What is made without asking storage: our own files, and what is known of the directory for a few seconds.</summary>
    private static readonly string[] NeedsNoStorage =
    [
        "/", "/style.css", "/copy.js", "/draft.js", "/paste.js", "/calendar.js", "/follow.js",
        "/record.js", "/listen.js", "/share.js", "/photograph.js", "/feeds/podcast.png", "/record-worklet.js", "/mp3.js", "/mp3.wasm",
        "/keyboard.js", "/app.js", "/worker.js", "/app.webmanifest", "/app-192.png", "/app-512.png", "/offline",
        "/feeds", "/openapi/{documentName}.json", "/api/communes", "/api/people",
        "/connections/reviewer-bot/check", "/connections/reviewer-bot/connect",
    ];

    private static readonly int Most = Pulse.In(TimeSpan.FromSeconds(5));

    private readonly List<StorageRelay> _relays = [];
    private Uri _address = null!;

    public static TheoryData<string> Conducts => [nameof(StorageRelay.Conduct.Hangs), nameof(StorageRelay.Conduct.Refuses)];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HandInAsync($"items/{Item}.md", SampleFiles.Article("Mắc ca", approved: false));
        _address = await ServeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var relay in _relays)
        {
            await relay.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Conducts))]
    public async Task Every_page_and_endpoint_says_so_within_five_seconds_and_in_words(string conduct)
    {
        using var staff = new Visitor(_address, "can-bo");
        using var communicator = new Visitor(_address, "bung-lao-1");
        using var approver = new Visitor(_address, "lanh-dao");
        (Visitor Visitor, string Person, string Token)[] people =
        [
            (staff, "can-bo", await staff.TokenAsync("/hand-in")),
            (communicator, "bung-lao-1", await communicator.TokenAsync($"/translations/{Item}.1.blt-Tavt")),
            (approver, "lanh-dao", await approver.TokenAsync($"/items/{Item}")),
        ];
        Conduct(Enum.Parse<StorageRelay.Conduct>(conduct));
        var routes = WalkedRoute.Of(Get<IEnumerable<EndpointDataSource>>())
            .Where(route => !route.Pattern.RawText!.StartsWith("/sign-", StringComparison.Ordinal)).ToList();
        List<string> wrong = [];
        ConcurrentDictionary<string, string> others = new(StringComparer.Ordinal);
        await using Pulse pulse = new(_address);
        await Parallel.ForEachAsync(
            routes,
            new ParallelOptions { MaxDegreeOfParallelism = 96, CancellationToken = TestContext.Current.CancellationToken },
            async (route, _) =>
            {
                foreach (var (visitor, person, token) in people)
                {
                    using var request = Request(route, person, token);
                    var begun = pulse.Beats;
                    using var answer = await visitor.SendAsync(request);
                    var told = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(CancellationToken.None));
                    var took = pulse.Beats - begun;
                    others.AddOrUpdate(route.ToString(), Said(answer), (_, before) => $"{before} {Said(answer)}");
                    if (took > Most || (route.Method != "HEAD" && !IsTold(answer, told, route.Pattern.RawText!)))
                    {
                        lock (wrong)
                        {
                            wrong.Add($"{route}: {(int)answer.StatusCode} after {took} beats: {told}");
                        }
                    }
                }
            });

        Assert.Empty(wrong);
        Assert.NotEqual(0, pulse.Beats);
        var untold = others
            .Where(other => !other.Value.Contains("503", StringComparison.Ordinal) && !IsOwn(other.Key.Split(' ')[1])).ToList();
        Assert.True(untold.Count * 8 < routes.Count, string.Join('\n', untold));
    }

    [Theory]
    [MemberData(nameof(Conducts))]
    public async Task Its_health_is_told_within_two_seconds(string conduct)
    {
        using var anybody = new Visitor(_address, person: null);
        Conduct(Enum.Parse<StorageRelay.Conduct>(conduct));

        await using Pulse pulse = new(_address);
        using var answer = await anybody.GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.InRange(pulse.Beats, 0, Pulse.In(TimeSpan.FromSeconds(2)));
    }

    private protected override bool WaitsLong => false;

    private protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["SignIn:Sample"] = "true";
        builder.Configuration["AzureWebJobsStorage"] =
            Port().Replace(builder.Configuration["AzureWebJobsStorage"]!, port => $":{Relay(port.Groups["port"].Value).Port}/");
    }

    private static bool IsOwn(string pattern) =>
        NeedsNoStorage.Contains(pattern, StringComparer.Ordinal) || pattern.StartsWith("/fonts/", StringComparison.Ordinal);

    private static string Said(HttpResponseMessage answer) => $"{(int)answer.StatusCode}";

    private static bool IsTold(HttpResponseMessage answer, string told, string pattern) => answer.StatusCode switch
    {
        < HttpStatusCode.InternalServerError => true,
        HttpStatusCode.ServiceUnavailable when pattern.StartsWith("/api", StringComparison.Ordinal) =>
            JsonDocument.Parse(told).RootElement.GetProperty("code").GetString() == "StorageAway"
            && answer.Headers.RetryAfter is not null,
        HttpStatusCode.ServiceUnavailable => pattern == "/healthz" || told.Contains("Kho dữ liệu", StringComparison.Ordinal),
        _ => false,
    };

    private static HttpRequestMessage Request(WalkedRoute route, string person, string token)
    {
        var request = new HttpRequestMessage(new(route.Method), route.Address(name => name switch
        {
            "commune" => "bung-lao",
            "item" => Item,
            "language" => "blt-Tavt",
            "format" => "csv",
            "table" => "communes",
            "period" => "2026-w48",
            "edition" => "1",
            "channel" => "telegram",
            "version" => $"{Item}.1.blt-Tavt",
            "lane" => "telegram_tinh",
            "kind" => "lane",
            "code" => "22222222222222",
            "file" => "blt-Tavt.csv",
            "path" => "items/a.md",
            "container" => "content",
            "told" => "bung-lao.20261119.0123456789ab",
            _ when route.Pattern.RawText!.Contains("deliver", StringComparison.Ordinal)
                || route.Pattern.RawText.Contains("task", StringComparison.Ordinal) => $"{Item}.1.vi.bung-lao.telegram",
            _ when route.Pattern.RawText!.Contains("destination", StringComparison.Ordinal) => "bung-lao.telegram",
            _ when route.Pattern.RawText!.Contains("hand-in", StringComparison.Ordinal)
                || route.Pattern.RawText.Contains("drafts", StringComparison.Ordinal) => "2516895000000000000-000000000000",
            _ => Item,
        }) + "?language=blt-Tavt&commune=bung-lao&etag=x&at=2026-11-20T00:00:00Z");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Headers.Add("X-Acting-Person", person);
        if (route.Method is "POST" or "PUT")
        {
            request.Content = Content(route.Pattern.RawText!, token);
        }

        return request;
    }

    private static HttpContent Content(string pattern, string token)
    {
        if (!pattern.StartsWith("/api", StringComparison.Ordinal))
        {
            MultipartFormDataContent form = new() { { new StringContent("a"), "file", "a.md" } };
            foreach (var (name, value) in Fields.Append(("__RequestVerificationToken", token)))
            {
                form.Add(new StringContent(value), name);
            }

            return form;
        }

        var isFile = pattern.Contains("{file}", StringComparison.Ordinal) || pattern.Contains("{**path}", StringComparison.Ordinal)
            || pattern.Contains("xliff", StringComparison.Ordinal) || pattern.Contains("memory", StringComparison.Ordinal);
        return isFile
            ? new StringContent("a", null, "application/octet-stream")
            : new StringContent(
                "{\"reason\":\"a\",\"text\":\"a\",\"ids\":[\"mau.1.vi.bung-lao.telegram\"],\"isThere\":true}", null, "application/json");
    }

    private void Conduct(StorageRelay.Conduct conduct) => _relays.ForEach(relay => relay.Now = conduct);

    private StorageRelay Relay(string port)
    {
        StorageRelay relay = new(int.Parse(port, CultureInfo.InvariantCulture));
        _relays.Add(relay);
        return relay;
    }

    [GeneratedRegex(":(?<port>[0-9]+)/", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Port();
}
