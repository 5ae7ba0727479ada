using Dissemination.Alerts;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Alerts;

public sealed class AlertStoreTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_destination_that_closed_is_told_to_its_commune_and_to_no_other_until_it_is_used_again()
    {
        var closed = (await rooms.Get<DirectoryStore>().FreshAsync(Cancellation)).Find(DestinationId.Parse("na-bung.telegram", null))!;
        await rooms.Get<HealthStore>()
            .CloseAsync(closed, new(nameof(ProblemTexts.DestinationClosed), null, "Telegram", closed.Name, "bot was kicked"), Cancellation);

        Assert.Equal("na-bung.telegram", Assert.Single(await OfAsync("na-bung")).Subject);
        Assert.Empty(await OfAsync("bung-lao"));
        Assert.Single((await rooms.Get<AlertStore>().PageAsync(null, Cancellation)).Rows, row => row.Value.Subject == "na-bung.telegram");

        await rooms.Get<HealthStore>().ReopenAsync(closed.Id, new("can-bo"), Cancellation);
        Assert.Empty(await OfAsync("na-bung"));
        Assert.DoesNotContain(
            (await rooms.Get<AlertStore>().PageAsync(null, Cancellation)).Rows, row => row.Value.Subject == "na-bung.telegram");
    }

    [Fact]
    public async Task A_lane_that_stopped_is_the_provinces_alone()
    {
        await rooms.Get<HealthStore>()
            .StopLaneAsync("telegram_thu", new(nameof(ProblemTexts.CredentialRefused), null, "Telegram", "telegram_thu"), Cancellation);

        Assert.Null(
            Assert.Single(
                (await rooms.Get<AlertStore>().PageAsync(null, Cancellation)).Rows, row => row.Value.Kind == "lane").Value.Commune);
        Assert.True(await rooms.Get<AlertStore>().DismissAsync("lane", AlertStore.KeyOf("telegram_thu"), Cancellation));
        Assert.False(await rooms.Get<AlertStore>().DismissAsync("lane", AlertStore.KeyOf("telegram_thu"), Cancellation));
    }

    private async Task<IEnumerable<Alert>> OfAsync(string commune) =>
        (await rooms.Get<AlertStore>().OfCommuneAsync(commune, null, Cancellation)).Rows.Select(row => row.Value);
}
