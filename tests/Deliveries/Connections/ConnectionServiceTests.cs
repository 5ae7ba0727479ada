using Dissemination.Deliveries.Connections;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Connections;

public sealed class ConnectionServiceTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ConnectionService Service => rooms.Get<ConnectionService>();

    [Fact]
    public async Task A_credential_is_listed_once_with_how_many_it_serves_and_why_it_stopped()
    {
        var well = Assert.Single(await Service.LanesAsync(Cancellation));
        Assert.Equal(
            ("telegram_tinh", 3, false, null, null),
            (well.Name, well.Destinations, well.IsStopped, well.Problem, well.PausedAt(rooms.Time.GetUtcNow())));

        await rooms.Get<HealthStore>().PauseLaneAsync("telegram_tinh", rooms.Time.GetUtcNow().AddMinutes(5), Cancellation);
        Assert.NotNull((await Service.LanesAsync(Cancellation))[0].PausedAt(rooms.Time.GetUtcNow()));
        Assert.Null((await Service.LanesAsync(Cancellation))[0].PausedAt(rooms.Time.GetUtcNow().AddMinutes(6)));

        await rooms.Get<HealthStore>()
            .StopLaneAsync("telegram_tinh", new(nameof(ProblemTexts.CredentialRefused), null, "Telegram", "telegram_tinh"), Cancellation);
        var stopped = Assert.Single(await Service.LanesAsync(Cancellation));
        Assert.Equal((nameof(ProblemTexts.CredentialRefused), rooms.Time.GetUtcNow()), (stopped.Health?.Stopped?.Code, stopped.Health!.At));

        // What a channel asks for meanwhile lets nothing go on.
        await rooms.Get<HealthStore>().PauseLaneAsync("telegram_tinh", rooms.Time.GetUtcNow().AddMinutes(5), Cancellation);
        Assert.True(Assert.Single(await Service.LanesAsync(Cancellation)).IsStopped);
        await rooms.Get<HealthStore>().ResumeLaneAsync("telegram_tinh", new("can-bo"), Cancellation);
        Assert.Null((await Service.LanesAsync(Cancellation))[0].Health);
    }

    [Fact]
    public async Task A_disabled_destination_is_listed_and_its_check_says_why()
    {
        var site = (await rooms.Get<DirectoryStore>().FreshAsync(Cancellation)).Find(DestinationId.Parse("na-bung.trang-tin", null))!;
        Assert.Empty((await Service.CheckAsync(site.Id, Cancellation))!);

        await rooms.Get<HealthStore>()
            .CloseAsync(site, new(nameof(ProblemTexts.DestinationClosed), null, "Website", site.Name, "gone"), Cancellation);
        Assert.Equal(site.Id, Assert.Single(await Service.ClosedAsync(Cancellation)).Destination.Id);
        Assert.Equal(nameof(ProblemTexts.DestinationClosed), Assert.Single((await Service.CheckAsync(site.Id, Cancellation))!).Code);
        Assert.Equal([false, true], (await Service.OfCommuneAsync(new("na-bung"), Cancellation)).Select(connection => connection.IsClosed));

        await rooms.Get<HealthStore>().ReopenAsync(site.Id, new("can-bo"), Cancellation);
        Assert.Empty(await Service.ClosedAsync(Cancellation));
    }

    [Fact]
    public async Task A_channel_that_asked_to_be_left_alone_is_not_asked()
    {
        await rooms.Get<HealthStore>().PauseLaneAsync("telegram_tinh", rooms.Time.GetUtcNow().AddMinutes(5), Cancellation);
        var calls = rooms.Telegram.Calls;

        var found = await Service.CheckAsync(DestinationId.Parse("bung-lao.telegram", null), Cancellation);

        await rooms.Get<HealthStore>().ResumeLaneAsync("telegram_tinh", new("can-bo"), Cancellation);
        Assert.Equal(nameof(ProblemTexts.TestLaneWaits), Assert.Single(found!).Code);
        Assert.Equal(calls, rooms.Telegram.Calls);
    }

    [Fact]
    public async Task Only_what_a_machine_serves_is_checked()
    {
        Assert.Null(await Service.CheckAsync(DestinationId.Parse("bung-lao.loa", null), Cancellation));
        Assert.Null(await Service.CheckAsync(DestinationId.Parse("bung-lao.khong-co", null), Cancellation));
        Assert.DoesNotContain(await Service.OfCommuneAsync(new("bung-lao"), Cancellation), connection => connection.Destination.IsByHand);
    }
}
