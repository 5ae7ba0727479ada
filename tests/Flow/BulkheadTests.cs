using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Dissemination.Alerts;
using Dissemination.Storage;
using Dissemination.Tests.Web;
using Dissemination.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Flow;

/// <summary>One bad row stops itself alone: garbage beside every kind of row, and then all timers and pages.</summary>
public sealed class BulkheadTests(Site site) : IClassFixture<Site>
{
    /// <summary>
    /// What timers and pages list, whatever it belongs to; what is left is read with the item, commune or lane that it belongs to.
    /// </summary>
    private static readonly string[] Listed =
    [
        "destinations destination", "destinations lane", "editorial alert", "editorial due", "editorial fanout", "editorial handin",
        "editorial inbox", "editorial item", "editorial memory", "editorial published", "editorial report", "editorial stop",
        "worklist hand", "worklist held", "worklist troubled",
    ];

    private static readonly TimerInfo Tick = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Garbage_beside_every_kind_of_row_stops_no_timer_and_no_page_and_is_told_by_its_key()
    {
        var kinds = await KindsAsync();
        Assert.Empty(Listed.Except(kinds.Keys, StringComparer.Ordinal));
        foreach (var (table, row) in kinds.Values)
        {
            foreach (var (name, garbage) in GarbageFor(row))
            {
                var bad = new TableEntity(row) { RowKey = $"{row.RowKey}~{name}" };
                bad[IsCompressed(row) ? "Deflated" : "Json"] = IsCompressed(row) ? Deflated(garbage) : garbage;
                await site.Store.Table(table).UpsertEntityAsync(bad, TableUpdateMode.Replace, Cancellation);
            }
        }

        List<string> stopped = [.. await RunTimersAsync(), .. await ReadPagesAsync()];
        Assert.True(stopped.Count == 0, string.Join('\n', stopped));
        await site.Get<RowAlerts>().TellAsync(Cancellation);

        var told = await site.Get<AlertStore>().OfKindAsync(RowAlerts.UnreadableKind, Cancellation)
            .Select(alert => alert.Subject)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken: Cancellation);
        string[] untold =
        [
            .. Listed.Where(kind =>
                !told.Contains($"{kinds[kind].Table}/{kinds[kind].Row.PartitionKey}/{kinds[kind].Row.RowKey}~rac")),
        ];
        Assert.True(untold.Length == 0, string.Join('\n', untold));

        await site.HandInAsync("items/van-dang.md", Approved("Vẫn đăng"), Site.Staff);
        await site.PublishAsync();
        using var staff = site.Visit(Site.Staff);
        Assert.Contains("van-dang", (await staff.ReadAsync("/items")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_what_cannot_be_read_is_told_so_and_which_row_it_is()
    {
        var row = (await site.Store.Editorial.GetEntityAsync<TableEntity>(
            Keys.Editorial, Keys.Item(Site.Unapproved), cancellationToken: Cancellation)).Value;
        await site.Store.Editorial.UpsertEntityAsync(new TableEntity(row) { ["Json"] = "{}" }, TableUpdateMode.Replace, Cancellation);
        using var staff = site.Visit(Site.Staff);

        var (status, html) = await staff.ReadAsync($"/items/{Site.Unapproved}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"khoá {row.RowKey}", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await staff.ReadAsync("/items")).Status);
        Assert.Equal(HttpStatusCode.OK, (await staff.ReadAsync($"/items/{Site.Published}")).Status);

        await site.Store.Editorial.UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await staff.ReadAsync($"/items/{Site.Unapproved}")).Status);
    }

    private static string Approved(string title) =>
        SampleFiles.Article(title).Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal);

    /// <summary>A row of each kind, by the table and the words that its keys begin with.</summary>
    private async Task<SortedDictionary<string, (string Table, TableEntity Row)>> KindsAsync()
    {
        SortedDictionary<string, (string, TableEntity)> kinds = new(StringComparer.Ordinal);

        // What waits for the next tick is mostly done by now, so that no row of these is there.
        string[] steps =
        [
            Keys.Due(site.Time.GetUtcNow() - TimeSpan.FromHours(1), "bai"), Keys.StopDue("bai"), Keys.ReportDue("bai"),
            KeysOfReviewing.ReviewNews("bai"), Keys.FanOut("bai"), Keys.MemoryDue("bai"),
        ];
        foreach (var key in steps)
        {
            kinds.Add($"{TableNames.Editorial} {Word(key)}", (TableNames.Editorial, new(Keys.Editorial, key) { ["Json"] = "{}" }));
        }

        foreach (var table in TableNames.All)
        {
            await foreach (var row in site.Store.Table(table).QueryAsync<TableEntity>(cancellationToken: Cancellation))
            {
                var kind = table == TableNames.Worklist ? Word(row.PartitionKey) : table is TableNames.Editorial or TableNames.Destinations
                    or TableNames.Previews or TableNames.Reach or TableNames.Memory ? Word(row.RowKey)
                    : table is TableNames.Feeds ? Word(row.RowKey[(row.RowKey.IndexOf('.', StringComparison.Ordinal) + 1)..]) : "";
                kinds.TryAdd($"{table} {kind}".TrimEnd(), (table, row));
            }
        }

        return kinds;
    }

    private static IEnumerable<(string Name, string Json)> GarbageFor(TableEntity row)
    {
        yield return ("rac", "{ rác");
        yield return ("thieu", "{}");
        yield return ("trong", "");
        var wrong = JsonNode.Parse(StoredJson.Of(row))!.AsObject();
        foreach (var name in wrong.Select(property => property.Key).ToList())
        {
            wrong[name] = new JsonObject();
        }

        yield return ("sai", wrong.ToJsonString());
    }

    private static bool IsCompressed(TableEntity row) => row.ContainsKey("Deflated");

    private static byte[] Deflated(string json)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.Fastest))
        {
            deflate.Write(Encoding.UTF8.GetBytes(json));
        }

        return bytes.ToArray();
    }

    /// <returns>The timers that did not run to their end.</returns>
    private async Task<List<string>> RunTimersAsync()
    {
        var services = site.Get<IServiceProvider>();
        var (publishing, delivery) = (Create<PublishingFunctions>(), Create<DeliveryFunctions>());
        var (translation, reach, intake) = (Create<TranslationFunctions>(), Create<ReachFunctions>(), Create<IntakeFunctions>());
        List<string> stopped = [];
        foreach (var (name, run) in ((string, Func<TimerInfo, CancellationToken, Task>)[])[
            ("PublishDue", publishing.PublishDueAsync), ("SweepLanes", delivery.SweepAsync), ("RemindHandTasks", delivery.RemindAsync),
            ("KeepMemory", translation.UpdateMemoryAsync), ("RemindTranslations", translation.RemindAsync),
            ("CallReviewers", translation.CallReviewersAsync), ("RetakeWaiting", intake.RetakeWaitingAsync),
            ("SampleReach", reach.SampleAsync),
            ("TakeMeetingSheets", reach.TakeMeetingSheetsAsync),
            ("WriteReports", reach.WriteReportsAsync), ("WritePeriodReports", reach.WritePeriodReportsAsync),
            ("SendDeliveries", (_, _) => site.SendAsync())])
        {
            if (await Record.ExceptionAsync(() => run(Tick, Cancellation)) is { } broken)
            {
                stopped.Add($"{name}: {broken}");
            }
        }

        return stopped;

        T Create<T>() => ActivatorUtilities.CreateInstance<T>(services);
    }

    /// <returns>The pages that were not shown.</returns>
    private async Task<List<string>> ReadPagesAsync()
    {
        string[] ofStaff =
        [
            "/items", $"/items/{Site.Published}", $"/items/{Site.Published}/history", $"/items/{Site.Published}/deliveries", "/hand-in",
            "/assignments", "/inbox", "/hand-tasks", $"/hand-tasks?commune={Site.ManyGroups}",
            $"/hand-tasks/done?commune={Site.ManyGroups}", "/held", "/held?commune=sin-thau",
            $"/glossary?language={Site.Thai}", $"/memory?language={Site.Thai}", "/reports",
            $"/reports/{Site.Published}", "/reports/periods", "/campaign", "/campaign?month=all", "/campaign.xlsx",
            $"/campaign/communes/{Site.ManyGroups}", $"/campaign/communes/{Site.ManyGroups}/results", "/approvals", "/calendar",
            "/calendar/calendar.xlsx", "/drafts", "/offers", "/access", "/connect", "/meetings", "/meetings/new", "/meetings/summary",
            "/directory/communes", "/directory/destinations", "/directory/people", "/api/approvals", "/api/drafts", "/api/meetings",
            "/api/meetings/summary", "/troubles", "/connections", "/connections?commune=na-tau", "/directory", "/preview",
            "/preview/bung-lao", "/feeds", "/feeds/bung-lao/vi.json", "/feeds/bung-lao/blt-Tavt.rss",
            $"/translations/{Site.Published}.1.{Site.Thai}", "/api/hand-ins", "/api/items", "/api/alerts",
            "/api/deliveries", $"/api/deliveries?commune={Site.ManyGroups}", "/api/deliveries/troubled",
            $"/api/items/{Site.Published}/history", $"/api/items/{Site.Published}/reach", "/api/lanes", "/api/connections", "/api/translations",
        ];
        List<string> stopped = [];
        foreach (var (person, page) in ofStaff.Select(page => (Site.Staff, page)).Concat(
        [
            (Site.Communicator, "/inbox"), (Site.Communicator, "/hand-tasks"), (Site.GroupKeeper, "/hand-tasks"),
            (Site.GroupKeeper, "/held"), (Site.Communicator, $"/translations/{Site.Published}.1.{Site.Thai}"), (Site.Leader, "/reports"),
        ]))
        {
            using var visitor = site.Visit(person);
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.Add("X-Acting-Person", person); // the API takes no cookie
            using var answer = await visitor.SendAsync(request);
            if (answer.StatusCode is not HttpStatusCode.OK)
            {
                stopped.Add($"{person} {page}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
            }
        }

        return stopped;
    }

    /// <summary>The word that a key begins with; empty where it begins with a time or a name.</summary>
    private static string Word(string key) => key.Split('.')[0] is var first && first.All(char.IsAsciiLetterLower) ? first : "";
}
