using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Dissemination.Channels.Website;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Local.Azurite;
using Dissemination.Publishing;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;
using Dissemination.Tests.Intake;
using Dissemination.Tests.Local;
using Dissemination.Tests.Web;
using Dissemination.Translation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Flow;

/// <summary>
/// The program as it is composed, over an Azurite and a Telegram of its own, with a clock that tests move. The tests do what the host
/// would.
/// </summary>
public class Rooms : IAsyncLifetime
{
    private readonly OwnFolder _folder = new();
    private AzuriteProcess? _azurite;
    private WebApplication? _program;

    internal FakeTimeProvider Time { get; } = new(new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    internal TelegramSimulator Telegram { get; private set; } = null!;

    internal RequestCosts Costs { get; } = new();

    internal Store Store => Get<Store>();

    internal IServiceProvider Services => _program!.Services;

    internal T Get<T>()
        where T : notnull => _program!.Services.GetRequiredService<T>();

    public virtual async ValueTask InitializeAsync()
    {
        _azurite = await _folder.StartAzuriteAsync();
        Telegram = await TelegramSimulator.StartAsync();
        _program = Build();
        await Store.CreateAsync(CancellationToken.None);
        await HandInOwnDirectoryAsync();
    }

    /// <summary>The program started anew over the same storage, as after a crash.</summary>
    internal WebApplication Build() => ComposedProgram.Build(builder =>
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = _azurite!.ConnectionString,
            ["Site:BaseUrl"] = "https://example.org",
            ["Channels:Telegram:BaseUrl"] = Telegram.BaseUrl,
            ["Credentials:telegram_tinh"] = "123456:sample",
            // The clock of these tests stands still, so nothing may wait for it.
            ["Channels:Telegram:PerSecond"] = "0",
            ["Channels:Telegram:PerChatMinute"] = "0",
            ["Channels:Telegram:ChatInterval"] = "0",
        });
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<IStartupFilter>(Costs);
        if (WaitsLong)
        {
            builder.WaitLong();
        }

        Configure(builder);
    });

    /// <summary>The same storage, with something in the way of its tables and blobs.</summary>
    internal Store StoreWith(HttpPipelinePolicy policy)
    {
        var (tables, blobs) = (new TableClientOptions(), new BlobClientOptions());
        tables.AddPolicy(policy, HttpPipelinePosition.PerCall);
        blobs.AddPolicy(policy, HttpPipelinePosition.PerCall);
        return new(
            new TableServiceClient(_azurite!.ConnectionString, tables),
            new QueueServiceClient(_azurite.ConnectionString),
            new BlobServiceClient(_azurite.ConnectionString, blobs));
    }

    /// <summary>Goes on with a program that knows only what is stored.</summary>
    internal async Task RestartAsync()
    {
        await _program!.DisposeAsync();
        _program = Build();
    }

    /// <summary>The first directory; each file has to fit those that are there already.</summary>
    private protected virtual Task HandInOwnDirectoryAsync() => HandInDirectoryAsync();

    /// <summary>Whether the program gives others more time than it has for them; false where it is asked when it gives them up.</summary>
    private protected virtual bool WaitsLong => true;

    /// <summary>What else the surroundings know.</summary>
    private protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    /// <summary>Opens the program's own port.</summary>
    private protected async Task<Uri> ServeAsync()
    {
        await _program!.StartAsync(CancellationToken.None);
        return new(_program.Urls.First());
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _program!.DisposeAsync();
        await Telegram.DisposeAsync();
        await _azurite!.DisposeAsync();
        _folder.Dispose();
    }

    internal async Task HandInDirectoryAsync(
        string communes = SampleFiles.Communes, string destinations = SampleFiles.Destinations, string people = SampleFiles.People)
    {
        foreach (var (name, text) in new[] { ("communes.csv", communes), ("destinations.csv", destinations), ("people.csv", people) })
        {
            var blob = Store.Container(Containers.Directory).GetBlobClient(name);
            var uploaded = await blob.UploadAsync(BinaryData.FromString(text), overwrite: true, CancellationToken.None);
            var handIn = await Get<DirectoryImport>()
                .TakeAsync(
                    new DroppedFile(
                        Containers.Directory, name, uploaded.Value.ETag.ToString(), uploaded.Value.LastModified, By: null),
                    CancellationToken.None);
            Assert.True(
                handIn.State is not HandInState.Rejected,
                string.Join(
                    '\n', handIn.Problems.Select(problem => problem.TextWithPlace(System.Globalization.CultureInfo.GetCultureInfo("en")))));
        }

        await AgreeToDirectoryAsync();
        await Get<DirectoryStore>().FreshAsync(CancellationToken.None);
    }

    /// <summary>Where a change of the directory waits for people, all who may agree do, to what it leaves behind too.</summary>
    private async Task AgreeToDirectoryAsync()
    {
        var changes = Get<DirectoryChangeService>();
        var keepers = (await Get<DirectoryStore>().FreshAsync(CancellationToken.None)).People
            .Where(person => person.Is(Role.Staff) || person.Is(Role.Approver))
            .OrderByDescending(person => person.Is(Role.Staff));
        foreach (var keeper in keepers)
        {
            if (await changes.FindAsync(CancellationToken.None) is not null)
            {
                var step = await changes.ConfirmAsync(Azure.ETag.All, agreesToConsequences: true, keeper, CancellationToken.None);
                Assert.True(step.IsDone, step.Problem?.Code);
            }
        }
    }

    /// <summary>Hands in a file and lets Translation hear of it.</summary>
    internal async Task<HandIn> HandInAsync(string path, string text, string person = "can-bo")
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var etag = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))}\"";
        var handIn = await Get<ContentIntake>().TakeApprovedAsync(path, bytes, (etag, Time.GetUtcNow()), person);
        Assert.True(handIn.State is HandInState.Accepted, string.Join('\n', handIn.Problems));
        await foreach (var message in TakeAsync(Store.TranslationWanted))
        {
            await Get<TranslationStarter>()
                .WantAsync(JsonSerializer.Deserialize(message, ContentJson.Default.TranslationRequest)!, CancellationToken.None);
        }

        return handIn;
    }

    /// <summary>The timer fires and the queue is worked off, as far as it can be now.</summary>
    internal async Task PublishAsync()
    {
        await PlanAsync();
        await SendAsync();
    }

    /// <summary>Every share of the lanes has its turn, and then those that messages wake.</summary>
    internal async Task SendAsync()
    {
        await WakeAsync();
        await foreach (var message in TakeAsync(Store.Lanes))
        {
            await Get<ShareSender>().SendAsync(DeliveryQueues.ReadWake(message), comesAgain: false, CancellationToken.None);
        }
    }

    /// <summary>What is due is planned, and not sent yet.</summary>
    /// <param name="program">Another copy of the program that does it.</param>
    internal async Task PlanAsync(WebApplication? program = null)
    {
        var services = (program ?? _program!).Services;
        await services.GetRequiredService<Publisher>().PublishDueAsync(CancellationToken.None);
        await services.GetRequiredService<DueVersions>().PlanAsync(CancellationToken.None);
    }

    /// <summary>Every share of the lanes is woken at the time that the clock shows.</summary>
    internal Task WakeAsync() => Get<ShareSender>().SendAsync(
        Get<LaneShares>().All.Select(share => new GuardedShare(share, Guard: null)), CancellationToken.None);

    /// <summary>What of a lane's share is open, in the order in which it is due.</summary>
    internal Task<IReadOnlyList<Row<OpenBlock>>> BacklogAsync(string lane) =>
        Get<Backlog>().FirstAsync(Get<LaneShares>().Of(lane), 100, CancellationToken.None);

    internal async Task<Delivery> DeliveryAsync(string id) =>
        (await Get<DeliveryCommands>().FindAsync(DeliveryId.Parse(id, null), CancellationToken.None))!.Value;

    internal async Task<Row<TranslatedVersion>> TranslationAsync(string version) =>
        (await Get<TranslationService>().FindAsync(TextId.Parse(version, null), CancellationToken.None))!;

    internal async Task<Person> PersonAsync(string id) =>
        (await Get<DirectoryStore>().FreshAsync(CancellationToken.None)).Find(PersonId.Parse(id, null))!;

    /// <summary>The entries of a feed as its readers get them.</summary>
    internal async Task<JsonArray> FeedAsync(string commune, string language = "vi")
    {
        var directory = await Get<DirectoryStore>().FreshAsync(CancellationToken.None);
        var feed = await Get<FeedReader>().FindAsync(new(new(commune), new(language)), directory, CancellationToken.None);
        return JsonNode.Parse(feed!.Files[FeedFormat.Json].Content)!["items"]!.AsArray();
    }

    internal static async IAsyncEnumerable<string> TakeAsync(Azure.Storage.Queues.QueueClient queue)
    {
        while ((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5))).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                yield return message.Body.ToString();
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }
    }
}
