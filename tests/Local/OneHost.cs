using System.Collections.Immutable;
using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Dissemination.Local.Azurite;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;

namespace Dissemination.Tests.Local;

/// <summary>
/// The built host and the built worker, as processes, over a storage and a Telegram of this test's own, which stay when they end.
/// </summary>
internal sealed class OneHost : IAsyncDisposable
{
    private readonly OwnFolder _folder = new();
    private AzuriteProcess _azurite = null!;

    public BuiltProgram Program { get; private set; } = null!;

    public Uri Site { get; private set; } = null!;

    public TelegramSimulator Telegram { get; private set; } = null!;

    /// <summary>A host whose failed messages come again at once.</summary>
    public static string[] QuickRetries { get; } = ["--AzureFunctionsJobHost:extensions:queues:visibilityTimeout=00:00:00"];

    /// <summary>Every post is answered long after whoever sends it is gone.</summary>
    public static FaultPlan Hanging { get; } = new()
    {
        Shares = ImmutableDictionary<Fault, double>.Empty.Add(Fault.Slow, 1.0),
        Slowness = TimeSpan.FromMinutes(2),
    };

    public static async Task<OneHost> StartAsync(params string[] settings)
    {
        OneHost host = new();
        host._folder.LinkTools();
        host._azurite = await host._folder.StartAzuriteAsync();
        host.Telegram = await TelegramSimulator.StartAsync();
        await host.RestartAsync(settings);
        return host;
    }

    /// <summary>Starts it, or starts it again after it has ended.</summary>
    public async Task RestartAsync(params string[] settings)
    {
        Program = BuiltProgram.StartOneMachine(
            _folder,
            environment: null,
            [
                $"--Local:Storage={_azurite.ConnectionString}",
                $"--Channels:Telegram:BaseUrl={Telegram.BaseUrl}",
                "--Credentials:telegram_tinh=123456:sample",
                "--Channels:Telegram:PerSecond=0",
                "--Channels:Telegram:PerChatMinute=0",
                "--Channels:Telegram:ChatInterval=0",
                "--Channels:Preview=false",
                "--Storage:ReaderWait=00:02:00",
                .. settings,
            ]);
        Site = await Program.WaitUntilOpenAsync();
    }

    public async Task DropAsync(string container, string name, string text) =>
        await new BlobContainerClient(_azurite.ConnectionString, container).GetBlobClient(name)
            .UploadAsync(BinaryData.FromString(text), overwrite: true, TestContext.Current.CancellationToken);

    public async Task SendAsync(string queue, string message)
    {
        await Queue(queue)
            .CreateIfNotExistsAsync(
                cancellationToken: TestContext.Current.CancellationToken); // a poison queue comes with its first message
        await Queue(queue).SendMessageAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a message as it is, as a program may that does not write base64.</summary>
    public async Task SendUnencodedAsync(string queue, string message)
    {
        QueueClient plain = new(_azurite.ConnectionString, queue);
        await plain.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await plain.SendMessageAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>How many messages a queue holds, those in hand among them.</summary>
    public async Task<int> CountAsync(string queue) =>
        (await Queue(queue).GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount;

    /// <summary>The sample's directory with one chat, and an approved article for it.</summary>
    public async Task HandInAsync()
    {
        await DropAsync(Containers.Directory, "communes.csv", Flow.SampleFiles.Communes);
        await DropAsync(Containers.Directory, "destinations.csv", Flow.SampleFiles.Destinations);
        await DropAsync(Containers.Directory, "people.csv", Flow.SampleFiles.People);
        await DropAsync(Containers.Approved, "items/a.md", Flow.SampleFiles.Article("Bài đầu"));
    }

    /// <summary>How a path of its address is answered.</summary>
    public async Task<HttpStatusCode> StatusAsync(string path, HttpMethod? method = null)
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(method ?? HttpMethod.Get, new Uri(Site, path));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Another article comes to both chats.</summary>
    public async Task AssertNextIsPostedAsync()
    {
        await DropAsync(Containers.Approved, "items/b.md", Flow.SampleFiles.Article("Bài sau"));
        await Eventually.IsTrueAsync(
            () => Telegram.Posts.Count(post => post.Text.Contains("Bài sau", StringComparison.Ordinal)) == 2,
            "what comes next is posted");
    }

    /// <summary>Waits until no message of the lanes is left: a send that was cut off is looked at after a minute.</summary>
    public Task UntilNothingIsInHandAsync() =>
        Eventually.IsTrueAsync(async () => await CountAsync(QueueNames.Lanes) == 0, "what was in hand is done");

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Telegram.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    private QueueClient Queue(string name) => new(_azurite.ConnectionString, name, new() { MessageEncoding = QueueMessageEncoding.Base64 });
}
