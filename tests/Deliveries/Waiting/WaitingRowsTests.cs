using Azure.Data.Tables;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Waiting;

/// <summary>What waits for people is written by few transactions, by many at once, and more than once.</summary>
public sealed class WaitingRowsTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_hand_tasks_of_a_version_in_45_communes_are_eight_transactions_and_so_is_taking_them_out()
    {
        Delivery[] tasks =
        [
            .. Enumerable.Range(0, 45).SelectMany(commune => Waits.Many("ca-tinh.1.vi", $"xa-{commune}", commune == 0 ? 100 : 1)),
        ];
        Assert.Equal(144, tasks.Length);

        Assert.Equal(8, await CountedTransactions.OfAsync(() => AddAsync(tasks)));
        Assert.Equal(100, (await AllAsync("xa-0")).Count);
        Assert.Equal(tasks[^1].Id, Assert.Single(await AllAsync("xa-44")).Delivery);

        // To find out which row of each commune is there, each is read; then all of a partition go at once.
        Assert.InRange(await CountedTransactions.OfAsync(() => rooms.Store.RemoveFromWorklistAsync(tasks, Cancellation)), 8, 53);
        Assert.Empty(await AllAsync("xa-0"));
        Assert.Empty(await RowsAsync("xa-44"));
    }

    [Fact]
    public async Task A_ward_with_thousands_of_places_has_rows_that_a_row_takes_and_each_place_stands_there_once()
    {
        var tasks = Waits.Many("phuong-lon.1.vi", "phuong-lon", 2_200);

        Assert.InRange(await CountedTransactions.OfAsync(() => AddAsync(tasks)), 1, 2);
        await AddAsync(tasks.Take(1_500));

        Assert.Equal(22, (await RowsAsync("phuong-lon")).Count);
        Assert.Equal(tasks.Select(task => task.Id), (await AllAsync("phuong-lon")).Select(entry => entry.Delivery));
        await RemoveAsync(tasks.Take(2_199));
        Assert.Equal(tasks[^1].Id, Assert.Single(await AllAsync("phuong-lon")).Delivery);
        await RemoveAsync(tasks);
        Assert.Empty(await RowsAsync("phuong-lon"));
    }

    [Fact]
    public async Task Adding_and_removing_again_changes_nothing_and_completes_what_a_crash_left_half_done()
    {
        var tasks = Waits.Many("lam-lai.1.vi", "lam-lai", 5);
        await RemoveAsync(tasks);
        await AddAsync(tasks.Take(2));
        for (var time = 0; time < 2; time++)
        {
            await AddAsync(tasks);
            Assert.Equal(tasks.Select(task => task.Id), (await AllAsync("lam-lai")).Select(entry => entry.Delivery));
        }

        await RemoveAsync(tasks.Take(2));
        for (var time = 0; time < 2; time++)
        {
            await RemoveAsync(tasks.Take(3));
            Assert.Equal(tasks.Skip(3).Select(task => task.Id), (await AllAsync("lam-lai")).Select(entry => entry.Delivery));
        }

        // However it stands by then: whoever takes it out of the list may have changed it before.
        await RemoveAsync(tasks.Select(task => task with { State = DeliveryState.Delivered, EndedAt = Waits.Since.AddHours(2) }));
        Assert.Empty(await RowsAsync("lam-lai"));
    }

    [Fact]
    public async Task People_who_confirm_in_one_group_at_once_and_a_plan_that_goes_on_meanwhile_lose_nothing()
    {
        var (open, late) = (Waits.Many("cung-luc.1.vi", "cung-luc", 250), Waits.Many("cung-luc.1.vi", "cung-luc", 290).Skip(250).ToList());
        await AddAsync(open);

        await Task.WhenAll([.. open.Take(240).Chunk(40).Select(ConfirmAsync), PlanAsync()]);

        Assert.Equal(
            open.Skip(240).Concat(late).Select(task => task.Id.ToString()).Order(StringComparer.Ordinal),
            (await AllAsync("cung-luc")).Select(entry => entry.Delivery.ToString()).Order(StringComparer.Ordinal));

        async Task ConfirmAsync(Delivery[] part)
        {
            foreach (var act in part.Chunk(8))
            {
                await RemoveAsync(act);
            }
        }

        async Task PlanAsync()
        {
            foreach (var step in late.Chunk(10))
            {
                await AddAsync(step);
            }
        }
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_stays_and_what_comes_is_written_beside_it()
    {
        var tasks = Waits.Many("hong-dong.1.vi", "hong-dong", 2);
        await AddAsync(tasks.Take(1));
        var bad = new TableEntity(Assert.Single(await RowsAsync("hong-dong"))) { ["Json"] = "{ rác" };
        await rooms.Store.Worklist.UpdateEntityAsync(bad, Azure.ETag.All, TableUpdateMode.Replace, Cancellation);

        await AddAsync(tasks);
        Assert.Equal(tasks.Select(task => task.Id), (await AllAsync("hong-dong")).Select(entry => entry.Delivery));

        await RemoveAsync(tasks);
        Assert.Empty(await AllAsync("hong-dong"));
        Assert.Equal("{ rác", Assert.Single(await RowsAsync("hong-dong")).GetString("Json"));
    }

    [Fact]
    public async Task A_hundred_deliveries_in_trouble_are_one_transaction_in_and_out_though_some_are_gone()
    {
        var failed = Waits.Many("loi-ca.1.vi", "loi-ca", 100)
            .Select(delivery => delivery with { Channel = ChannelKind.Telegram, State = DeliveryState.Failed }).ToList();

        Assert.Equal(1, await CountedTransactions.OfAsync(() => AddAsync(failed)));
        await rooms.Store.RemoveFromWorklistAsync(Keys.Troubled, failed.Take(1), Cancellation);
        await rooms.Store.RemoveFromWorklistAsync(Keys.Troubled, failed.Take(50), Cancellation);
        Assert.Equal(
            1, await CountedTransactions.OfAsync(() => rooms.Store.RemoveFromWorklistAsync(failed.Skip(50), Cancellation)));
        Assert.Empty((await rooms.Get<TroubleReader>().PageAsync(TroubleFilter.All, null, Cancellation)).Rows);
    }

    private Task AddAsync(IEnumerable<Delivery> deliveries) =>
        rooms.Store.AddToWorklistAsync(deliveries, Waits.Entry, Cancellation);

    private Task RemoveAsync(IEnumerable<Delivery> deliveries) =>
        rooms.Store.RemoveFromWorklistAsync(Keys.HandTasks, deliveries, Cancellation);

    private Task<IReadOnlyList<WorklistEntry>> AllAsync(string commune) => rooms.Get<WaitingReader>().AllHandTasksAsync(commune);

    private async Task<List<TableEntity>> RowsAsync(string commune) =>
        await rooms.Store.Worklist.QueryAsync<TableEntity>(
            TableReading.Prefix(Keys.WaitingPartition(Keys.HandTasks, commune), Keys.WaitingIn(commune)), cancellationToken: Cancellation)
            .ToListAsync(Cancellation);
}
