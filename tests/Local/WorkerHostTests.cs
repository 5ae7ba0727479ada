using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dissemination.Simulators.Faults;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Local;

/// <summary>The worker's functions as they are deployed, woken over the host's protocol by everything that can wake them.</summary>
public sealed class WorkerHostTests
{
    private static readonly FaultPlan Hanging = new()
    {
        Shares = System.Collections.Immutable.ImmutableDictionary<Fault, double>.Empty.Add(Fault.Slow, 1.0),
        Slowness = TimeSpan.FromMinutes(2),
    };

    public WorkerHostTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public async Task A_dropped_file_a_message_a_timer_and_a_request_wake_the_functions()
    {
        await using var host = await OneHost.StartAsync();
        await host.HandInAsync();

        // Dropped file -> queue of wanted translations -> timer that plans and sends -> channel.
        await Eventually.IsTrueAsync(() => host.Telegram.Posts.Count == 2, "both posts are there");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, ""));
        await Eventually.IsTrueAsync(async () => await StatusAsync(host, "healthz") is HttpStatusCode.OK, "storage answers in time");
        Assert.DoesNotContain("the invocation failed", host.Program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hosts_own_paths_and_other_methods_do_not_reach_the_worker()
    {
        await using var host = await OneHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "admin/host/status"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "runtime/webhooks/blobs"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync(host, "healthz", HttpMethod.Trace));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "SendDeliveries", HttpMethod.Post));
    }

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
        Assert.Equal(0, await host.CountAsync(QueueNames.Lanes + QueueNames.Poison));
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

    [Fact]
    public async Task A_function_that_takes_too_long_is_stopped_and_what_it_left_goes_on()
    {
        await using var host = await OneHost.StartAsync([.. OneHost.QuickRetries, "--AzureFunctionsJobHost:functionTimeout=00:00:05"]);
        host.Telegram.Faults = Hanging;
        await host.HandInAsync();

        await Eventually.IsTrueAsync(
            () => host.Program.Output.Contains("PublishDue: took too long", StringComparison.Ordinal), "it was stopped");
        host.Telegram.Faults = FaultPlan.None;

        // What was cut off is uncertain and never sent again; the lane goes on with what comes next.
        await host.DropAsync(Containers.Approved, "items/b.md", SampleFiles.Article("Bài sau"));
        await Eventually.IsTrueAsync(
            () => host.Telegram.Posts.Count(post => post.Text.Contains("Bài sau", StringComparison.Ordinal)) == 2,
            "what comes next is posted");
    }

    [Fact]
    public async Task A_worker_that_dies_is_started_again_and_what_it_had_in_hand_comes_again()
    {
        await using var host = await OneHost.StartAsync();
        host.Telegram.Faults = Hanging;
        await host.HandInAsync();
        await host.Telegram.UntilCalledAsync(1);

        host.Program.Worker.Kill();
        await Eventually.IsTrueAsync(
            () => host.Program.Output.Contains("The worker died; starting it again.", StringComparison.Ordinal), "it was started again");
        host.Telegram.Faults = FaultPlan.None;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, ""));
        await host.DropAsync(Containers.Approved, "items/b.md", SampleFiles.Article("Bài sau"));

        await Eventually.IsTrueAsync(
            () => host.Telegram.Posts.Count(post => post.Text.Contains("Bài sau", StringComparison.Ordinal)) == 2,
            "what comes next is posted");

        // A send that was cut off is looked at after a minute, and then the last message is gone.
        await Eventually.IsTrueAsync(async () => await host.CountAsync(QueueNames.Lanes) == 0, "what was in hand is done");
    }

    [Fact]
    public async Task A_worker_ends_with_a_killed_host_and_what_was_in_hand_comes_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows ends a closed console's processes itself.");
        await using var host = await OneHost.StartAsync();
        host.Telegram.Faults = Hanging;
        await host.HandInAsync();
        await host.Telegram.UntilCalledAsync(1);
        using var worker = host.Program.Worker;

        host.Program.Kill();
        await host.Program.WaitUntilEndAsync();
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        await host.Program.DisposeAsync();
        host.Telegram.Faults = FaultPlan.None;
        await host.RestartAsync();

        await Eventually.IsTrueAsync(async () => await host.CountAsync(QueueNames.Lanes) == 0, "what was in hand is done");
    }

    [Fact]
    public async Task A_worker_that_dies_again_and_again_stops_the_host_with_a_word_why()
    {
        await using var host = await OneHost.StartAsync();

        // Each death is told, and the next worker is a child of the same host. Where a start takes long, three deaths lie too far apart.
        for (var deaths = 0; deaths < 4 * Dissemination.Local.Worker.RestartPolicy.MostDeaths && !host.Program.HasExited; deaths++)
        {
            await Eventually.IsTrueAsync(
                () => ChildProcesses.Of(host.Program.Id, "--functions-uri") is [_, ..] || host.Program.HasExited, "a worker runs");
            foreach (var worker in ChildProcesses.Of(host.Program.Id, "--functions-uri"))
            {
                using (worker)
                {
                    worker.Kill();
                    await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
                }
            }
        }

        Assert.NotEqual(0, await host.Program.WaitUntilEndAsync());
        Assert.Contains("died 3 times", host.Program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_does_not_start_with_the_sample_sign_in_where_something_of_Azures_is()
    {
        using OwnFolder folder = new();
        folder.LinkTools();
        await using var program = BuiltProgram.StartOneMachine(
            folder, new Dictionary<string, string?>(StringComparer.Ordinal) { ["WEBSITE_SITE_NAME"] = "dissemination" });

        Assert.NotEqual(0, await program.WaitUntilEndAsync());
        Assert.Contains("SignIn:Sample", program.Output, StringComparison.Ordinal);
        Assert.Contains("WEBSITE_SITE_NAME", program.Output, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(OneHost host, string path, HttpMethod? method = null)
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(method ?? HttpMethod.Get, new Uri(host.Site, path));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
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
