using Azure.Data.Tables;
using Dissemination.Storage;
using Dissemination.Storage.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Storage.Retention;

public sealed class RetentionTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => storage.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await storage.EmptyAsync();
        foreach (var days in (int[])[1, 89, 91, 400])
        {
            await PutAsync(storage.Store.Previews, "bung-lao", Keys.Preview(Now.AddDays(-days), $"a.1.vi.bung-lao.n{days}"));
            await PutAsync(storage.Store.Previews, "bung-lao", Keys.PreviewPointer($"a.1.vi.bung-lao.n{days}"));
            await PutAsync(storage.Store.Reach, "a.1.vi", KeysOfReach.SampleAt(0, Now.AddDays(-days)));
        }

        await PutAsync(storage.Store.Reach, "a.1.vi", KeysOfReach.Known(0));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Where_nothing_is_set_all_is_kept_for_ever() =>
        Assert.All(await RunAsync(isDry: false), count => Assert.Equal((0, 0), (count.Days, count.Old)));

    [Fact]
    public async Task A_dry_run_counts_by_kind_and_takes_nothing_away()
    {
        var counts = await RunAsync(isDry: true, ("Retention:PreviewDays", "90"), ("Retention:ReachSampleDays", "365"));

        Assert.Equal([(90, 2), (0, 0), (0, 0), (365, 1)], counts.Select(count => (count.Days, count.Old)));
        Assert.Equal((8, 5), (await CountAsync(storage.Store.Previews), await CountAsync(storage.Store.Reach)));
    }

    [Fact]
    public async Task What_is_older_goes_and_the_rest_stays()
    {
        await RunAsync(isDry: false, ("Retention:PreviewDays", "90"), ("Retention:ReachSampleDays", "365"));

        Assert.Equal((4, 4), (await CountAsync(storage.Store.Previews), await CountAsync(storage.Store.Reach)));
        Assert.All(
            await RunAsync(isDry: true, ("Retention:PreviewDays", "90"), ("Retention:ReachSampleDays", "365")),
            count => Assert.Equal(0, count.Old));
    }

    [Fact]
    public async Task A_setting_that_would_take_what_is_young_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(isDry: true, ("Retention:PreviewDays", "3")));

    private async Task<IReadOnlyList<RetentionCount>> RunAsync(bool isDry, params (string Name, string Value)[] settings)
    {
        await using var program = storage.Build(settings);
        return await program.GetRequiredService<RetentionService>().RunAsync(isDry, Cancellation);
    }

    private static Task<Azure.Response> PutAsync(TableClient table, string partition, string row) =>
        table.AddEntityAsync(new TableEntity(partition, row) { ["Json"] = "{}" }, Cancellation);

    private static async Task<int> CountAsync(TableClient table) =>
        await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation);
}
