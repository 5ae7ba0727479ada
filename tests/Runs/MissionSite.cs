using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Dissemination.Tests.Runs;

/// <summary>The pages and the API of a started program, as the office's staff see them.</summary>
internal sealed class MissionSite : IDisposable
{
    private readonly HttpClient _http;

    private MissionSite(Uri site, string person)
    {
        CookieContainer cookies = new();
        cookies.Add(site, new Cookie("acting-person", person));
        _http = new(new SocketsHttpHandler { CookieContainer = cookies, UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = site,
            Timeout = TimeSpan.FromMinutes(3),
        };
        _http.DefaultRequestHeaders.Add("X-Acting-Person", person);
    }

    /// <param name="person">Who looks.</param>
    public static async Task<MissionSite> OpenAsync(StartedHost host, string person = MissionPlan.Staff) =>
        new(await host.SiteAsync(), person);

    /// <summary>Waits until the directory was taken: before, nobody may sign in.</summary>
    public async Task UntilDirectoryAsync()
    {
        while (await FindAsync("api/communes") is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
    }

    /// <summary>Waits until so many items are there and approved.</summary>
    public async Task UntilItemsAsync(int items)
    {
        while ((await ItemsAsync()).Count < items)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    /// <summary>Makes a draft of some words, as pasting them does.</summary>
    public async Task DropDraftAsync(string name, string words)
    {
        using var body = new StringContent(words);
        body.Headers.ContentType = new("application/octet-stream");
        using var answer = await _http.PostAsync(new Uri($"api/drafts?name={Uri.EscapeDataString(name)}", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How many items there are, approved or not.</summary>
    public ValueTask<int> CountItemsAsync() => ListAsync("api/items?").CountAsync();

    /// <summary>How many translations there are to be done.</summary>
    public ValueTask<int> CountTranslationsAsync() => ListAsync("api/translations?").CountAsync();

    /// <summary>The items that are approved.</summary>
    public async Task<HashSet<string>> ItemsAsync() =>
        await ListAsync("api/items?")
            .Where(item => item.GetProperty("approval").ValueKind is JsonValueKind.Object)
            .Select(item => item.GetProperty("id").GetString()!)
            .ToHashSetAsync();

    /// <summary>All deliveries of an item: their number by channel and state, and when the last ended.</summary>
    public async Task<(SortedDictionary<string, int> States, DateTimeOffset? Last)> DeliveriesOfAsync(string item)
    {
        SortedDictionary<string, int> states = new(StringComparer.Ordinal);
        DateTimeOffset? last = null;
        await foreach (var delivery in ListAsync($"api/deliveries?item={item}&"))
        {
            var state = $"{delivery.GetProperty("channel").GetString()} {delivery.GetProperty("state").GetString()}";
            states[state] = states.GetValueOrDefault(state) + 1;
            if (delivery.GetProperty("endedAt") is { ValueKind: JsonValueKind.String } ended
                && ended.GetDateTimeOffset() is var at && (last is null || at > last))
            {
                last = at;
            }
        }

        return (states, last);
    }

    /// <summary>How many entries the feeds of all communes have together.</summary>
    public async Task<int> CountFeedEntriesAsync()
    {
        var entries = 0;
        foreach (var commune in MissionPlan.CommuneIds)
        {
            using var feed = JsonDocument.Parse(await _http.GetStringAsync(new Uri($"feeds/{commune}/vi.json", UriKind.Relative)));
            entries += feed.RootElement.GetProperty("items").GetArrayLength();
        }

        return entries;
    }

    /// <summary>How many milliseconds a page takes to its last byte.</summary>
    public async Task<double> TimeAsync(string path)
    {
        var from = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        return answer.IsSuccessStatusCode ? took : throw new InvalidOperationException($"{path} was answered with {answer.StatusCode}.");
    }

    public void Dispose() => _http.Dispose();

    private async IAsyncEnumerable<JsonElement> ListAsync(string address)
    {
        var next = "";
        while (await FindAsync($"{address}next={Uri.EscapeDataString(next)}") is { } page)
        {
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                yield return item;
            }

            if (page.GetProperty("next").GetString() is not { } more)
            {
                break;
            }

            next = more;
        }
    }

    private async Task<JsonElement?> FindAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
        return json.RootElement.Clone();
    }
}
