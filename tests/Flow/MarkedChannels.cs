using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Dissemination.Deliveries.Sending;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Translator;
using Dissemination.Simulators.Zalo;
using Dissemination.Tests.Channels.Facebook;
using Dissemination.Tests.Intake;
using Dissemination.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Dissemination.Tests.Flow;

/// <summary>
/// The program with a destination of every kind, the reviewers' bot and the translator, all with secrets that are known again, and with
/// servers that repeat them in every error. It keeps whatever is written, shown, logged or traced.
/// </summary>
public sealed class MarkedChannels : AllChannels
{
    public const string Picture = "picture: anh.png\npictureAlt: Vườn mắc ca\ncommunes: [bung-lao]";

    private const string Destinations = $"{AllDestinations}\nbung-lao,bai-viet,zalo,Bài viết Zalo xã Búng Lao,articles,zalo_bung_lao,\n";

    private const string People = """
        id,name,roles,commune,languages,telegram
        can-bo,Cán bộ tuyên giáo,staff,,,100
        lanh-dao,Lãnh đạo ban,approver,,,
        bung-lao-1,Cán bộ truyền thông xã Búng Lao,communicator,bung-lao,vi;blt-Tavt;mww-Latn-x-rpa,101
        bung-lao-2,Cán bộ văn hoá xã Búng Lao,communicator,bung-lao,vi;blt-Tavt;mww-Latn-x-rpa,102
        """;

    /// <summary>The one place where tokens may lie: the chain of an account, which the next refresh needs.</summary>
    private const string AllowedBlobs = "state/zalo/";

    private static readonly FaultPlan Echo = FaultPlan.None with { EchoesCredentials = true };

    private readonly KeptLog _log = new();
    private readonly KeptTraces _traces = new();
    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _leaks = new(StringComparer.Ordinal);

    internal TranslatorSimulator Translator { get; private set; } = null!;

    private Uri _address = null!;

    public override async ValueTask InitializeAsync()
    {
        Translator = await TranslatorSimulator.StartAsync();
        await base.InitializeAsync();
        (Telegram.Faults, Facebook.Faults, Zalo.Faults, Translator.Faults) = (Echo, Echo, Echo, Echo);
        Facebook.AppSecret = MarkedSecrets.FacebookApp;
        _address = await ServeAsync();
        await HandInPictureAsync("items/anh.png", Pictures.Png(800, 600));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Translator.DisposeAsync();
        _traces.Dispose();
    }

    internal Caller Call(string person = "can-bo") => new(_address, person);

    internal Visitor Visit(string person = "can-bo") => new(_address, person);

    /// <summary>Keeps a text, and looks for secrets in it.</summary>
    internal void Keep(string where, string text)
    {
        if (_kept.TryAdd(text, where))
        {
            _leaks.UnionWith(MarkedSecrets.In(text).Select(secret => $"{where}: {secret}"));
        }
    }

    internal async Task KeepAsync(string where, HttpResponseMessage response)
    {
        using (response)
        {
            Keep(where, $"{response} {await response.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>Lanes that stopped and destinations that closed go on, and what waited is tried again.</summary>
    internal async Task HealAsync()
    {
        Time.Advance(TimeSpan.FromMinutes(10));
        foreach (var lane in (string[])["telegram_tinh", "facebook_bung_lao", MarkedSecrets.ZaloAccount])
        {
            await Get<HealthStore>().ResumeLaneAsync(lane, new("can-bo"), CancellationToken.None);
        }

        foreach (var destination in (string[])["telegram", "facebook", "zalo", "bai-viet"])
        {
            await Get<HealthStore>().ReopenAsync(new(new("bung-lao"), destination), new("can-bo"), CancellationToken.None);
        }

        await WakeAsync();
    }

    /// <summary>Keeps what is stored now, and what staff and a commune are shown of an item.</summary>
    internal async Task LookAsync(string item)
    {
        await KeepTablesAsync();
        await KeepBlobsAsync();
        await KeepQueuesAsync();
        using var staff = Visit();
        using var commune = Visit("bung-lao-1");
        foreach (var page in (string[])
            [
                "/troubles", "/connections", "/connections?commune=bung-lao", $"/items/{item}", $"/items/{item}/history",
                $"/items/{item}/deliveries", "/preview/bung-lao", "/hand-tasks?commune=bung-lao",
            ])
        {
            await KeepPageAsync(staff, page);
        }

        foreach (var page in (string[])["/hand-tasks", "/held", "/inbox", $"/items/{item}", $"/items/{item}/deliveries"])
        {
            await KeepPageAsync(commune, page);
        }

        using var caller = Call();
        foreach (var address in (string[])
            [
                $"/api/deliveries?item={item}", "/api/deliveries/troubled", "/api/alerts", "/api/lanes", "/api/connections",
                "/api/connections?commune=bung-lao", $"/api/items/{item}", $"/api/items/{item}/history", $"/api/items/{item}/reach",
                "/api/alerts?commune=bung-lao", "/api/hand-tasks?commune=bung-lao",
            ])
        {
            var response = await caller.Http.GetAsync(address);
            Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode}");
            await KeepAsync(address, response);
        }
    }

    /// <summary>Where which secret stands; nothing is as it should be.</summary>
    internal IReadOnlyCollection<string> Leaks()
    {
        KeepLines();
        return _leaks;
    }

    /// <summary>Whether words of a channel's error got through to a place: what is cleaned has to be there in the first place.</summary>
    internal bool Has(string where, string words)
    {
        KeepLines();
        return _kept.Any(
            kept => kept.Value.StartsWith(where, StringComparison.Ordinal) && kept.Key.Contains(words, StringComparison.Ordinal));
    }

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
        AllCommunes.Replace("Búng Lao,commune,", "Búng Lao,commune,blt-Tavt;mww-Latn-x-rpa", StringComparison.Ordinal),
        Destinations,
        People);

    private protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["SignIn:Sample"] = "true",
            ["Credentials:telegram_tinh"] = MarkedSecrets.Telegram,
            ["Credentials:facebook_bung_lao"] = MarkedSecrets.Facebook,
            [$"Credentials:{MarkedSecrets.ZaloAccount}"] = MarkedSecrets.ZaloFirst,
            ["Channels:Facebook:AppId"] = "1000",
            ["Channels:Facebook:AppSecret"] = MarkedSecrets.FacebookApp,
            ["Channels:Zalo:AppId"] = ZaloSimulator.AppId,
            ["Channels:Zalo:SecretKey"] = ZaloSimulator.SecretKey,
            ["Review:Telegram:BaseUrl"] = Telegram.BaseUrl,
            ["Review:Telegram:Token"] = MarkedSecrets.Reviewers,
            ["Review:Telegram:Secret"] = MarkedSecrets.Webhook,
            ["Translator:Endpoint"] = Translator.BaseUrl,
            ["Translator:Key"] = TranslatorSimulator.Key,
        });
    }

    private void KeepLines()
    {
        while (_log.Lines.TryDequeue(out var line))
        {
            Keep("log", line);
        }

        while (_traces.Lines.TryDequeue(out var line))
        {
            // The simulated Telegram runs in this process too, and what it is called with is its own trace.
            if (!(line.StartsWith("Server ", StringComparison.Ordinal) && line.Contains("/bot", StringComparison.Ordinal)))
            {
                Keep("trace", line);
            }
        }
    }

    private async Task KeepTablesAsync()
    {
        await foreach (var table in Get<TableServiceClient>().QueryAsync())
        {
            await foreach (var row in Get<TableServiceClient>().GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                Keep($"table {table.Name}", $"{string.Join('\n', row)}\n{StoredJson.Of(row)}");
            }
        }
    }

    private async Task KeepBlobsAsync()
    {
        await foreach (var container in Get<BlobServiceClient>().GetBlobContainersAsync())
        {
            var client = Get<BlobServiceClient>().GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                if (!$"{container.Name}/{blob.Name}".StartsWith(AllowedBlobs, StringComparison.Ordinal))
                {
                    var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
                    Keep($"blob {container.Name}", $"{blob.Name} {Encoding.UTF8.GetString(content)}");
                }
            }
        }
    }

    private async Task KeepQueuesAsync()
    {
        await foreach (var queue in Get<QueueServiceClient>().GetQueuesAsync())
        {
            foreach (var message in (await Get<QueueServiceClient>().GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
            {
                Keep($"queue {queue.Name}", message.Body.ToString());
            }
        }
    }

    private async Task KeepPageAsync(Visitor visitor, string page)
    {
        var (status, html) = await visitor.ReadAsync(page);
        Assert.True(status is System.Net.HttpStatusCode.OK, $"{page}: {(int)status}");
        Keep($"page {page}", System.Net.WebUtility.HtmlDecode(html));
    }
}
