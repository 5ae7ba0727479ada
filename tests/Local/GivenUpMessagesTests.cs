using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dissemination.Storage;

namespace Dissemination.Tests.Local;

/// <summary>What the host has tried in vain, or cannot even read, is put where people see it.</summary>
public sealed class GivenUpMessagesTests
{
    public GivenUpMessagesTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public async Task A_message_that_fails_is_tried_five_times_and_then_put_where_people_see_it()
    {
        await using var host = await OneHost.StartAsync(OneHost.QuickRetries);
        await host.HandInAsync();
        await host.SendAsync(QueueNames.Lanes, "not a wake");

        JsonNode? alert = null;
        await Eventually.IsTrueAsync(async () => (alert = await AlertAsync(host, QueueNames.Lanes)) is not null, "the message is an alert");

        Assert.Equal("not a wake", (string?)alert!["subject"]);
        Assert.Equal(5, host.Program.Output.Split("SendDeliveries: the invocation failed").Length - 1);
        await Eventually.IsTrueAsync(
            async () => await host.CountAsync(QueueNames.Lanes + QueueNames.Poison) == 0, "what became an alert is in no queue");
    }

    [Fact]
    public async Task A_message_that_is_no_base64_is_seen_by_people_wherever_it_was_sent()
    {
        await using var host = await OneHost.StartAsync(OneHost.QuickRetries);
        await host.HandInAsync();
        await host.SendUnencodedAsync(QueueNames.Lanes, "không phải base64!");
        await host.SendUnencodedAsync(QueueNames.ReviewerCalls + QueueNames.Poison, "<call/>");
        await host.SendUnencodedAsync(QueueNames.UnhandledBlobs, "items/a.md");

        foreach (var (queue, message) in new[]
        {
            (QueueNames.Lanes, "không phải base64!"), (QueueNames.ReviewerCalls, "<call/>"), (QueueNames.UnhandledBlobs, "items/a.md"),
        })
        {
            JsonNode? alert = null;
            await Eventually.IsTrueAsync(async () => (alert = await AlertAsync(host, queue)) is not null, $"{message} is an alert");
            Assert.Equal(message, (string?)alert!["subject"]);
        }
    }

    [Fact]
    public async Task A_file_that_the_host_gave_up_on_is_put_where_people_see_it()
    {
        await using var host = await OneHost.StartAsync();
        await host.HandInAsync();
        await host.SendAsync(
            QueueNames.UnhandledBlobs,
            """{"FunctionId":"Host.Functions.HandInContent","ContainerName":"content","BlobName":"items/a.md","ETag":"0x1"}""");

        await Eventually.IsTrueAsync(async () => await AlertAsync(host, "file") is not null, "the file is an alert");
    }

    private static async Task<JsonNode?> AlertAsync(OneHost host, string kind)
    {
        using HttpClient http = new();
        http.DefaultRequestHeaders.Add("X-Acting-Person", "can-bo");
        using var response = await http.GetAsync(new Uri(host.Site, "api/alerts"), TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode
            ? (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["items"]!.AsArray()
                .FirstOrDefault(alert => (string?)alert!["kind"] == kind)
            : null; // the directory is not there yet
    }
}
