using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Tests.Local;

namespace Dissemination.Tests.Flow;

/// <summary>
/// The main job from a file to a report, on the built program with the real sample, driven from outside by its API alone.
/// </summary>
[Collection(WholeMachine.Name)]
public sealed class MainJobTests
{
    private const string Item = "mac-ca-ca-phe-2030";
    private const string Thai = "blt-Tavt";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public MainJobTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public async Task From_the_sample_to_posts_reviewed_translations_and_reports()
    {
        await using var program = new SampleProgram();
        program.Start();
        await program.WaitForSampleAsync();

        // All sample items are accepted, and the broken file is rejected with all its reasons.
        Assert.Equal(39, await program.ListAsync("api/items").CountAsync(TestContext.Current.CancellationToken));
        var rejected = Assert.Single(
            await program.ListAsync("api/hand-ins?state=rejected").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(10, rejected["problems"]!.AsArray().Count);

        // Vietnamese is delivered to every commune's previews, feed and hand tasks.
        await UntilDeliveredAsync(program, "vi");
        var reach = await program.GetAsync($"api/items/{Item}/reach");
        Assert.Equal(45, (int)reach["communes"]!);
        Assert.All(
            reach["lines"]!.AsArray().Where(line => (string)line!["language"]! == "vi"),
            line => Assert.True((int)line!["handTasksOpen"]! > 0));
        foreach (var commune in (await program.GetAsync("api/communes")).AsArray())
        {
            var feed = await program.TextAsync($"feeds/{commune!["id"]}/vi.rss");
            Assert.Contains("40.000 ha", feed, StringComparison.Ordinal);
        }

        // Thái and Mông wait in review.
        var waiting = await program.ListAsync("api/translations").Where(entry => (string)entry["state"]! == "in-review")
            .Select(entry => (string)entry["version"]!).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"{Item}.1.{Thai}", waiting);
        Assert.Contains($"{Item}.1.hmn-Latn-x-chv", waiting);

        // One is approved, and goes to the communes that speak it and to no other.
        var etag = (string)(await program.GetAsync($"api/translations/{Item}.1.{Thai}"))["eTag"]!;
        using (var refused = await program.SendAsync(HttpMethod.Post, $"api/translations/{Item}.1.{Thai}/approve", "na-bung-1", etag))
        {
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using (var approved = await program.SendAsync(HttpMethod.Post, $"api/translations/{Item}.1.{Thai}/approve", "bung-lao-1", etag))
        {
            Assert.True(approved.IsSuccessStatusCode, await approved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        await UntilDeliveredAsync(program, Thai);
        var speakers = (await program.GetAsync("api/communes")).AsArray()
            .Where(commune => commune!["languages"]!.AsArray().Any(language => (string)language! == Thai))
            .Select(commune => (string)commune!["id"]!)
            .Order(StringComparer.Ordinal);
        var served = await program.ListAsync($"api/deliveries?item={Item}")
            .Where(delivery => (string)delivery["language"]! == Thai)
            .Select(delivery => (string)delivery["commune"]!)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(speakers, served);

        // The report shows them.
        await Eventually.IsTrueAsync(
            async () => (await program.TextAsync($"api/reports/{Item}.csv")).Split('\n')
                .Any(line => line.Contains($",{Thai},Đã đăng", StringComparison.Ordinal)),
            "the report shows the Thái posts");
    }

    [Fact]
    public async Task Killed_at_any_moment_and_started_again_it_loses_nothing_and_posts_nothing_twice()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
#pragma warning disable RS0030 // A test that prints its seed may be random.
        var random = new Random(seed);
#pragma warning restore RS0030
        await using var program = new SampleProgram();
        for (var kill = 0; kill < 4; kill++)
        {
            // The first somewhere while it starts and loads, the others while it plans and sends.
            var enough = kill == 0 ? random.Next(2) : (kill * 900) + random.Next(800);
            program.Start();
            await program.WaitForPostsAsync(enough);
            await program.KillAsync();
        }

        program.Start();
        await program.Process.WaitUntilOpenAsync();
        var store = program.OpenStore();
        await Eventually.IsTrueAsync(
            async () => await program.ListAsync("api/items").CountAsync() == 39, "the whole sample is accepted", Longest);
        await Eventually.IsTrueAsync(async () => await OpenAsync(store) is [], "every delivery has ended", Longest);

        // Each approved item to each of its destinations, each once: what is previewed is what was planned, neither more nor less.
        var deliveries = await DeliveriesAsync(store);
        Assert.All(deliveries, delivery => Assert.Equal(delivery.IsByHand ? DeliveryState.Due : DeliveryState.Delivered, delivery.State));
        var expected = await ExpectedAsync(store);
        Assert.Equal(expected, deliveries.Select(delivery => delivery.Id.ToString()).ToHashSet(StringComparer.Ordinal));
        var posts = await store.Previews
            .QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: TestContext.Current.CancellationToken)
            .Where(row => row.RowKey.StartsWith(Keys.Previews, StringComparison.Ordinal))
            .Select(row => RowCodec.ToRow(row, Dissemination.Channels.Preview.PreviewJson.Default.PreviewPost).Value.Delivery.ToString())
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            deliveries.Where(delivery => !delivery.IsByHand && delivery.Channel is not ChannelKind.Website)
                .Select(delivery => delivery.Id.ToString()).Order(StringComparer.Ordinal),
            posts.Order(StringComparer.Ordinal));
    }

    private static Task UntilDeliveredAsync(SampleProgram program, string language) => Eventually.IsTrueAsync(
        async () =>
        {
            var lines = (await program.GetAsync($"api/items/{Item}/reach"))["lines"]!.AsArray()
                .Where(line => (string)line!["language"]! == language).ToList();
            return lines.All(
                line => (int)line!["deliveries"]! > 0 && (int)line["delivered"]! + (int)line["handTasksOpen"]! == (int)line["deliveries"]!);
        },
        $"all of {language} is delivered",
        Longest);

    private static async Task<List<Delivery>> DeliveriesAsync(Store store) =>
        await store.Deliveries
            .WhereAsync("RowKey lt '~'", DeliveriesJson.Default.DeliveryBlock, TestContext.Current.CancellationToken)
            .SelectMany(row => row.Value.Deliveries.ToAsyncEnumerable())
            .ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>What has not ended: versions to be planned, and deliveries that a machine has still to make.</summary>
    private static async Task<List<string>> OpenAsync(Store store)
    {
        var due = await store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.DuePrefix, ContentJson.Default.VersionDue, TestContext.Current.CancellationToken)
            .Select(row => row.RowKey)
            .ToListAsync(TestContext.Current.CancellationToken);
        var open = (await DeliveriesAsync(store))
            .Where(delivery => delivery is { IsByHand: false, State: DeliveryState.Due or DeliveryState.Sending or DeliveryState.Retrying })
            .Select(delivery => delivery.Id.ToString());
        return [.. due, .. open];
    }

    private static async Task<HashSet<string>> ExpectedAsync(Store store)
    {
        var directory = await new DirectoryStore(store, TimeProvider.System).FreshAsync(TestContext.Current.CancellationToken);
        HashSet<string> expected = new(StringComparer.Ordinal);
        var items = store.Editorial.StartingWithAsync(
            Keys.Editorial, Keys.Item(""), ContentJson.Default.Item, TestContext.Current.CancellationToken);
        await foreach (var item in items.Where(row => row.Value.State is ItemState.Approved))
        {
            var revision = await store.Editorial.FindAsync(
                Keys.Editorial,
                Keys.Revision(item.Value.Id.Value, item.Value.Revision),
                ContentJson.Default.Revision,
                TestContext.Current.CancellationToken);
            var version = new VersionId(item.Value.Id, item.Value.Revision, LanguageTag.Vietnamese);
            expected.UnionWith(
                Plan.Wanted(version, revision!.Value.Content, directory, directory.Destinations)
                    .Select(destination => new DeliveryId(version, destination.Id).ToString()));
        }

        return expected;
    }
}
