using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Dissemination.Tests.Web;

/// <summary>Every page and endpoint with what nobody should send: an answer 500 to an input is a defect.</summary>
public sealed class MalformedRequestsTests(Site site) : IClassFixture<Site>
{
    /// <summary>Of the values that are picked at random; another finds other pairs of them.</summary>
    private const int Seed = 20261128;

    private const int PerRoute = 14;

    /// <summary>What an answer may cost the processor.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    /// <summary>Ids that are none, ids of what is not there, and ids of what is there.</summary>
    private static readonly string[] Values =
    [
        "x", "No!", "%00", "%2F", "..%2F..", "%5C", "%23", "%3F", "a%7Cb", "%0A", "%09", "%F0%9F%98%80", "%ED%A0%80", "%FF", "%25", "'",
        "''", "%22",
        "*", "null", "undefined", "NaN", "-1", "0", "999999999999999999999", "a.1.vi", "mau.1.blt-Tavt", "mau.2147483647.blt-Tavt",
        "mau.99999999999.vi",
        "a.1.vi.b.c", "a.1.vi.b.c.remove", "a.1.blt-Tavt~b", "blt-Tavt", "blt-Tavt.tbx", "blt-Tavt.csv", "vi", "vi.csv", "xx.tbx",
        "na-bung.telegram",
        "9999999999999999999-000000000000", "0000000000000000000-000000000000", "3155378975999999999-ffffffffffff", "mac-ca-ca-phe-2030",
        "html", "csv", "exe",
        "mac-ca-ca-phe-2030.1.blt-Tavt", "mac-ca-ca-phe-2030.1.vi.na-bung.telegram", "na-bung", "items%2Fa.md", "a.md", "communes.csv",
        "content", "lane", "file",
        new('a', 63), new('a', 64), new('a', 600), "%E1%BA%A5", "%CC%81", "{id}", "<b>", "~", "a b",
    ];

    private static readonly string[] People = [Site.Staff, Site.Staff, Site.Communicator, Site.Approver];

    private static readonly string[] Queries =
    [
        "", "?next=x", "?next=%00", "?next=" + "AAAAAAAAAAAAAAAAAAAA", "?commune=No!", "?commune=", "?language=xx", "?language=%00",
        "?state=asleep", "?state=",
        "?class=1&channel=2", "?item=a.1", "?from=-5", "?from=99999999999", "?q=%00%01%FF", "?q=((((((((*", "?after=%00",
        "?undo=9999999999999999999",
        "?undo=-1&done=confirmed", "?at=0001-01-01T00:00:00%2B14:00&etag=x", "?at=9999-12-31T23:59:59-14:00&etag=%00", "?at=x",
        "?lang=xx", "?lang=%00", "?file=%00",
        "?file='%20or%201%20eq%201", "?alerts=x", "?done=<b>", "?count=-1", "?name=%00%2F%5C", "?to=%00&due=99/99/9999",
    ];

    private static readonly (string Type, string Body)[] Bodies =
    [
        ("application/json", ""), ("application/json", "null"), ("application/json", "{"), ("application/json", "[]"),
        ("application/json", "1"),
        ("application/json", "{\"commune\":\"No!\"}"), ("application/json", "{\"commune\":1,\"person\":[]}"),
        ("application/json", "{\"commune\":null}"),
        ("application/json", "{\"commune\":\"na-bung\",\"person\":\"N O\",\"dueAt\":\"9999-12-31T23:59:59-14:00\"}"),
        ("application/json", "{\"commune\":\"na-bung\",\"dueAt\":\"0001-01-01T00:00:00+14:00\"}"),
        ("application/json", "{\"ids\":[\"\",null,\"a.1.vi.b.c\",\"\\u0000\"]}"), ("application/json", "{\"ids\":[],\"isThere\":null}"),
        ("application/json", "{\"ids\":[\"a.1.vi.b.c\"],\"isThere\":true}"), ("application/json", "{\"isThere\":\"maybe\"}"),
        ("application/json", "{\"segments\":{\"x\":\"a\"}}"), ("application/json", "{\"segments\":{\"-1\":\"a\",\"99999\":null}}"),
        ("application/json", "{\"segments\":{\"0\":\"\\ud800\"}}"),
        ("application/json", "{\"title\":\"\\u0000\\ud83d\\ude00\",\"body\":\"\\u202e\"}"),
        ("application/json", "{\"attendance\":-1}"), ("application/json", "{\"attendance\":1e9}"),
        ("application/json", "{\"attendance\":99999999999}"),
        ("application/json", "{\"document\":\"\",\"date\":\"0001-01-01\"}"),
        ("application/json", "{\"document\":\"1\",\"date\":\"9999-12-31\"}"),
        ("application/json", "{\"text\":\"a\",\"segment\":-2147483648}"), ("application/json", "{\"finding\":null,\"reason\":\"\\u0000\"}"),
        ("application/json", string.Concat(Enumerable.Repeat("{\"a\":", 200))), ("application/json; charset=utf-7", "{}"),
        ("application/json; charset=nonsense", "{}"),
        ("text/plain", "x"), ("application/octet-stream", "\0\u0001"), ("", "x"),
        ("application/xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"),
        ("application/x-www-form-urlencoded", "a=%00&id=%FF&s0=%ED%A0%80&etag=%0A"), ("multipart/form-data", "x"),
        ("multipart/form-data; boundary=a", "--a\r\n\r\n"),
        ("multipart/form-data; boundary=a", "--a\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\0.md\"\r\n\r\nx\r\n--a--\r\n"),
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("If-Match", "*"), ("If-Match", "\""), ("If-Match", "W/\"x\", \"y\""), ("If-None-Match", "x"), ("Accept", "text/html"),
        ("Accept", ";;"),
        ("Accept-Language", "x-;q=9"), ("Cookie", "acting-person=%00; lang=%00"), ("X-Acting-Person", "N O"), ("Range", "bytes=9-1"),
        ("Content-Encoding", "gzip"),
        ("X-Telegram-Bot-Api-Secret-Token", "x"), ("traceparent", "00-x"), ("X-HTTP-Method-Override", "PUT"),
    ];

    [Fact]
    public async Task No_address_no_query_no_body_and_no_header_is_answered_with_a_failure_of_the_program()
    {
        var random = new Random(Seed);
        using var form = site.Visit(Site.Staff);
        var token = await form.TokenAsync("/hand-in");
        List<Func<HttpRequestMessage>> requests = [];
        foreach (var route in WalkedRoute.Of(site.Get<IEnumerable<EndpointDataSource>>()))
        {
            requests.AddRange(Enumerable.Range(0, PerRoute).Select(_ => Request(route, random)));
        }

        ConcurrentBag<string> broken = [];
        await Parallel.ForEachAsync(
            requests.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = TestContext.Current.CancellationToken },
            async (request, cancellationToken) => await AskAsync(request, cancellationToken));
        foreach (var number in (await DearAsync()).Keys)
        {
            // What is asked for the first time is compiled first, and that is not measured.
            await AskAsync((number, requests[number]), TestContext.Current.CancellationToken);
        }

        Assert.Empty(broken);
        Assert.Empty((await DearAsync()).Select(dear => $"{Told(requests[dear.Key])}: {dear.Value}"));
        Assert.True(requests.Count > 1_000, $"{requests.Count}");

        async Task AskAsync((int Number, Func<HttpRequestMessage> Make) asked, CancellationToken cancellationToken)
        {
            if (await WrongAsync(form, asked, token, cancellationToken) is { } wrong)
            {
                broken.Add(wrong);
            }
        }
    }

    /// <summary>The requests, by their numbers, that cost more than an answer may.</summary>
    private async Task<Dictionary<int, TimeSpan>> DearAsync() =>
        (await site.Costs.AllAsync()).Where(cost => cost.Value > Most).ToDictionary();

    private static string Told(Func<HttpRequestMessage> make)
    {
        using var request = make();
        return $"{request.Method} {request.RequestUri} {request.Headers}";
    }

    private static async Task<string?> WrongAsync(
        Visitor visitor, (int Number, Func<HttpRequestMessage> Make) asked, string token, CancellationToken cancellationToken)
    {
        using var request = asked.Make();
        RequestCosts.Number(request, asked.Number);
        if (request.Content?.Headers.ContentType?.MediaType is "application/x-www-form-urlencoded")
        {
            var body = Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken));
            request.Content = new StringContent($"{body}&__RequestVerificationToken={Uri.EscapeDataString(token)}")
            {
                Headers = { ContentType = new("application/x-www-form-urlencoded") },
            };
        }

        var sent = Encoding.UTF8.GetString(await (request.Content?.ReadAsByteArrayAsync(cancellationToken) ?? Task.FromResult<byte[]>([])));
        using var answer = await visitor.SendAsync(request);
        var told = await answer.Content.ReadAsStringAsync(cancellationToken);
        return (int)answer.StatusCode >= 500
            ? $"{request.Method} {request.RequestUri} [{sent}] {request.Headers}: {(int)answer.StatusCode}: {told}"
            : null;
    }

    private static Func<HttpRequestMessage> Request(WalkedRoute route, Random random)
    {
        var address = route.Address(_ => Pick(Values)) + Pick(Queries);
        var (type, body) = Pick(Bodies);
        var person = Pick(People);
        var header = random.Next(3) == 0 ? Pick(Headers) : ("If-Match", "*");
        return () =>
        {
            var request = new HttpRequestMessage(new(route.Method), address);
            request.Headers.TryAddWithoutValidation("X-Acting-Person", person);
            request.Headers.TryAddWithoutValidation(header.Item1, header.Item2);
            if (route.Method is "POST" or "PUT" or "PATCH")
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }

            return request;
        };

        T Pick<T>(T[] values) => values[random.Next(values.Length)];
    }
}
