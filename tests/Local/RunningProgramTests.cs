using Microsoft.AspNetCore.Hosting;
using System.Collections.Concurrent;
using System.Net;
using System.Text;

using Azure.Storage.Blobs;
using Azure.Storage.Queues;

using Dissemination.Local;
using Dissemination.Local.Azurite;
using Dissemination.Local.Host;
using Dissemination.Storage;
using Dissemination.Triggers.Contract;

using Microsoft.AspNetCore.Builder;

using Xunit;

namespace Dissemination.Tests.Local;

/// <summary>The functions as they are deployed, woken on one machine by everything that can wake them.</summary>
public sealed class RunningProgramTests : IAsyncLifetime
{
    private readonly OwnFolder _folder = new();
    private readonly ConcurrentQueue<string> _woken = new();
    private AzuriteProcess _azurite = null!;
    private RunningProgram _program = null!;

    public async ValueTask InitializeAsync()
    {
        _azurite = await _folder.StartAzuriteAsync();
        var root = AppRoot.Read(BuiltProgram.Folder, OneMachineSettings.Defaults.GetValueOrDefault);
        _program = await RunningProgram.StartAsync([], (_, configure) => Build(configure), root, _folder.Settings(), _azurite.ConnectionString, TimeProvider.System, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Blobs_messages_poison_and_timers_wake_the_functions_and_the_public_does_not()
    {
        await new BlobContainerClient(_azurite.ConnectionString, "content").GetBlobClient("items/a.md").UploadAsync(BinaryData.FromString("a"), TestContext.Current.CancellationToken);
        foreach (var queue in (string[])["lanes", "translation-wanted", "lanes-poison", "webjobs-blobtrigger-poison"])
        {
            await new QueueClient(_azurite.ConnectionString, queue, new() { MessageEncoding = QueueMessageEncoding.Base64 }).SendMessageAsync("to " + queue, TestContext.Current.CancellationToken);
        }

        await Eventually.IsTrueAsync(() => Without("timer").Length == 5 && _woken.Contains("PublishDue timer", StringComparer.Ordinal), "all were woken");

        Assert.Equal(
            "HandInContent items/a.md,KeepUnhandledBlob to webjobs-blobtrigger-poison,KeepUnhandledLanes to lanes-poison,SendDeliveries to lanes,WantTranslations to translation-wanted",
            string.Join(',', Without("timer")));

        using HttpClient http = new();
        using StringContent body = new("""{"Data":{"message":"\"forged\""},"Metadata":{}}""", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(_program.Site, "SendDeliveries"), body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("SendDeliveries forged", _woken, StringComparer.Ordinal);
    }

    private WebApplication Build(Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        configure(builder);
        builder.Services.AddStorage(builder.Configuration);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        Map("HandInContent", invocation => invocation.Blob("file").Name);
        Map("HandInDirectory", invocation => invocation.Blob("file").Name);
        foreach (var name in (string[])["WantTranslations", "SendDeliveries", "FanOut", "KeepUnhandledBlob", "KeepUnhandledFanOuts", "KeepUnhandledLanes", "KeepUnhandledTranslations", "TellReviewers", "KeepUnhandledReviewers"])
        {
            Map(name, invocation => invocation.Queue("message").Text);
        }

        foreach (var name in (string[])["PublishDue", "SweepLanes", "SampleReach", "WriteReports", "CallReviewers"])
        {
            Map(name, invocation => invocation.Timer("timer").IsPastDue ? "late timer" : "timer");
        }

        return app;

        void Map(string name, Func<Invocation, string> subject) => app.MapInvocation(name, (invocation, _, _) =>
        {
            _woken.Enqueue($"{name} {subject(invocation)}");
            return Task.CompletedTask;
        });
    }

    private string[] Without(string word) => [.. _woken.Where(line => !line.EndsWith(word, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
