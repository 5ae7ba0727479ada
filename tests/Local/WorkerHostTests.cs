using System.Net;

namespace Dissemination.Tests.Local;

/// <summary>The worker's functions as they are deployed, woken over the host's protocol by everything that can wake them.</summary>
public sealed class WorkerHostTests
{
    public WorkerHostTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public async Task A_dropped_file_a_message_a_timer_and_a_request_wake_the_functions()
    {
        await using var host = await OneHost.StartAsync();
        await host.HandInAsync();

        // Dropped file -> queue of wanted translations -> timer that plans and sends -> channel.
        await Eventually.IsTrueAsync(() => host.Telegram.Posts.Count == 2, "both posts are there");

        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync(""));
        await Eventually.IsTrueAsync(async () => await host.StatusAsync("healthz") is HttpStatusCode.OK, "storage answers in time");
        Assert.DoesNotContain("the invocation failed", host.Program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hosts_own_paths_and_other_methods_do_not_reach_the_worker()
    {
        await using var host = await OneHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync("admin/host/status"));
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync("runtime/webhooks/blobs"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await host.StatusAsync("healthz", HttpMethod.Trace));
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync("SendDeliveries", HttpMethod.Post));
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
}
