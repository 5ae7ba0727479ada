using Dissemination.Channels.Connections;
using Dissemination.Channels.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Channels.Connections;

public sealed class ConnectionDeskTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ConnectionDesk Desk => rooms.Get<ConnectionDesk>();

    [Fact]
    public async Task A_credential_is_listed_once_with_how_many_it_serves_and_why_it_stopped()
    {
        var well = Assert.Single(await Desk.LanesAsync(Cancellation));
        Assert.Equal(("telegram_tinh", 3, false, null, null), (well.Name, well.Destinations, well.IsStopped, well.Problem, well.PausedAt(rooms.Time.GetUtcNow())));

        await rooms.Get<Standings>().PauseLaneAsync("telegram_tinh", rooms.Time.GetUtcNow().AddMinutes(5), Cancellation);
        Assert.NotNull((await Desk.LanesAsync(Cancellation))[0].PausedAt(rooms.Time.GetUtcNow()));
        Assert.Null((await Desk.LanesAsync(Cancellation))[0].PausedAt(rooms.Time.GetUtcNow().AddMinutes(6)));

        await rooms.Get<Standings>().StopLaneAsync("telegram_tinh", new(nameof(ProblemTexts.CredentialRefused), null, "Telegram", "telegram_tinh"), Cancellation);
        var stopped = Assert.Single(await Desk.LanesAsync(Cancellation));
        Assert.Equal((nameof(ProblemTexts.CredentialRefused), rooms.Time.GetUtcNow()), (stopped.Standing?.Stopped?.Code, stopped.Standing!.At));
        await rooms.Get<Standings>().ResumeLaneAsync("telegram_tinh", new("can-bo"), Cancellation);
        Assert.Null((await Desk.LanesAsync(Cancellation))[0].Standing);
    }

    [Fact]
    public async Task A_disabled_destination_is_listed_and_its_check_says_why()
    {
        var site = (await rooms.Get<DirectoryStore>().FreshAsync(Cancellation)).Find(DestinationId.Parse("na-bung.trang-tin", null))!;
        Assert.Empty((await Desk.CheckAsync(site.Id, Cancellation))!);

        await rooms.Get<Standings>().CloseAsync(site, new(nameof(ProblemTexts.DestinationClosed), null, "Website", site.Name, "gone"), Cancellation);
        Assert.Equal(site.Id, Assert.Single(await Desk.ClosedAsync(Cancellation)).Destination.Id);
        Assert.Equal(nameof(ProblemTexts.DestinationClosed), Assert.Single((await Desk.CheckAsync(site.Id, Cancellation))!).Code);
        Assert.Equal([false, true], (await Desk.OfCommuneAsync(new("na-bung"), Cancellation)).Select(connection => connection.IsClosed));

        await rooms.Get<Standings>().ReopenAsync(site.Id, new("can-bo"), Cancellation);
        Assert.Empty(await Desk.ClosedAsync(Cancellation));
    }

    [Fact]
    public async Task Only_what_a_machine_serves_is_checked()
    {
        Assert.Null(await Desk.CheckAsync(DestinationId.Parse("bung-lao.loa", null), Cancellation));
        Assert.Null(await Desk.CheckAsync(DestinationId.Parse("bung-lao.khong-co", null), Cancellation));
        Assert.DoesNotContain(await Desk.OfCommuneAsync(new("bung-lao"), Cancellation), connection => connection.Destination.IsByHand);
    }
}
