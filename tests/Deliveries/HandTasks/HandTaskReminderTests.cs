using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Problems;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.HandTasks;

public sealed class HandTaskReminderTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commune_is_reminded_once_of_what_is_late_and_no_more_when_it_is_done()
    {
        await rooms.HandInAsync("items/nhac-viec.md", SampleFiles.Article("Nhắc việc"));
        await rooms.PublishAsync();
        var planned = LocalTime.Text(rooms.Time.GetUtcNow());
        await RemindAsync();
        Assert.Empty(await RemindersAsync("bung-lao"));

        rooms.Time.Advance(TimeSpan.FromHours(25));
        await RemindAsync();
        var raised = Assert.Single(await RemindersAsync("bung-lao"));
        Assert.Equal(
            (nameof(ProblemTexts.HandTasksLate), "1", planned),
            (raised.Problem.Code, raised.Problem.Arguments[0], raised.Problem.Arguments[1]));
        Assert.Single(await RemindersAsync("sin-thau"));
        Assert.Empty(await RemindersAsync("na-bung"));

        // The same again says nothing new, and so is not told anew.
        rooms.Time.Advance(TimeSpan.FromHours(1));
        await RemindAsync();
        Assert.Equal(raised.At, Assert.Single(await RemindersAsync("bung-lao")).At);

        var id = DeliveryId.Parse("nhac-viec.1.vi.bung-lao.loa", null);
        await rooms.Get<DeliveryCommands>().ConfirmAsync(id, null, await rooms.PersonAsync("bung-lao-1"), Cancellation);
        await RemindAsync();
        Assert.Empty(await RemindersAsync("bung-lao"));
        Assert.Single(await RemindersAsync("sin-thau"));
        var all = await rooms.Get<AlertStore>().PageAsync(null, Cancellation);
        Assert.Equal("sin-thau", Assert.Single(all.Rows, row => row.Value.Kind == HandTaskReminder.AlertKind).Value.Subject);

        // What was confirmed can be taken back for a month, and is forgotten then.
        Assert.Single((await rooms.Get<ConfirmedTaskStore>().PageAsync(new("bung-lao"), null, Cancellation)).Rows);
        rooms.Time.Advance(ConfirmedTaskStore.Kept + TimeSpan.FromDays(1));
        await RemindAsync();
        Assert.Empty(
            await rooms.Store.Worklist.QueryAsync<Azure.Data.Tables.TableEntity>(
                "PartitionKey eq 'done.bung-lao'", cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    private Task RemindAsync() => rooms.Get<HandTaskReminder>().RemindAsync(Cancellation);

    private async Task<IEnumerable<Alert>> RemindersAsync(string commune) =>
        (await rooms.Get<AlertStore>().OfCommuneAsync(commune, null, Cancellation)).Rows.Select(row => row.Value);
}
