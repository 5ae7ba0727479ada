using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Simulators.Telegram;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Publishing;

/// <summary>What machines would post in a commune's quiet hours they post at the end of them.</summary>
public sealed class QuietHoursTests(QuietHoursTests.Quiet rooms) : IClassFixture<QuietHoursTests.Quiet>
{
    private const string Header = DirectoryText.CommunesHeader + ",quietHours,bestHours";

    [Theory]
    [InlineData("21:00-06:00", "22:30", "06:00", 1)]
    [InlineData("21:00-06:00", "03:00", "06:00", 0)]
    [InlineData("21:00-06:00", "06:00", "06:00", 0)]
    [InlineData("12:00-13:30", "12:00", "13:30", 0)]
    [InlineData("12:00-13:30", "11:59", "11:59", 0)]
    public void Hours_end_at_their_end_over_midnight_too(string hours, string time, string end, int daysLater)
    {
        var day = new DateOnly(2026, 12, 2);

        var ended = HoursOfDay.Parse(hours, null).EndAfter(LocalTime.At(day, TimeOnly.Parse(time, Culture)));

        Assert.Equal(LocalTime.At(day.AddDays(daysLater), TimeOnly.Parse(end, Culture)), ended);
    }

    [Fact]
    public void What_would_expire_before_they_end_goes_out_at_once()
    {
        var commune = new Commune(new("a"), "A", CommuneKind.Commune, [], ReleasePolicy.Automatic)
        {
            QuietHours = HoursOfDay.Parse("21:00-06:00", null),
        };
        var night = LocalTime.At(new(2026, 12, 2), new(23, 0));

        Assert.Equal(LocalTime.At(new(2026, 12, 3), new(6, 0)), QuietHours.SendFrom(commune, night, expiresAt: null));
        Assert.Null(QuietHours.SendFrom(commune, night, night.AddHours(2)));
        Assert.Null(QuietHours.SendFrom(commune with { QuietHours = null }, night, expiresAt: null));
    }

    [Theory]
    [InlineData("21-6,", "NotHours")]
    [InlineData("21:00-06:00;12:00-13:00,", "QuietHoursOnce")]
    [InlineData(",07:00-07:00", "NotHours")]
    public void Hours_that_are_none_are_reported(string hours, string code)
    {
        var read = Read(hours);

        Assert.Equal(code, Assert.Single(read.Problems).Code);
    }

    [Fact]
    public void A_commune_may_tell_its_hours_and_need_not()
    {
        var commune = Assert.Single(Read("21:00-06:00,06:00-07:30;18:00-20:00").AssertValid().Communes);

        Assert.Equal("21:00-06:00", commune.QuietHours?.ToString());
        Assert.Equal(["06:00-07:30", "18:00-20:00"], commune.BestHours.Select(hours => hours.ToString()));
        Assert.Null(Assert.Single(Read(",").AssertValid().Communes).QuietHours);
    }

    [Fact]
    public async Task A_post_that_is_due_at_night_goes_out_in_the_morning_and_elsewhere_at_once()
    {
        rooms.Time.Advance(LocalTime.At(LocalTime.DayOf(rooms.Time.GetUtcNow()), new(22, 0)) - rooms.Time.GetUtcNow());
        await rooms.HandInAsync("items/ban-dem.md", SampleFiles.Article("Ban đêm"));
        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Due, (await rooms.DeliveryAsync("ban-dem.1.vi.bung-lao.telegram")).State);
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("ban-dem.1.vi.na-bung.telegram")).State);

        rooms.Time.Advance(TimeSpan.FromHours(8));
        await rooms.SendAsync();
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("ban-dem.1.vi.bung-lao.telegram")).State);
    }

    [Fact]
    public async Task A_post_that_the_channel_puts_off_into_the_night_is_tried_again_in_the_morning_and_elsewhere_at_once()
    {
        var nextEvening = LocalTime.At(LocalTime.DayOf(rooms.Time.GetUtcNow()).AddDays(1), new(20, 59));
        rooms.Time.Advance(nextEvening - rooms.Time.GetUtcNow());
        await rooms.HandInAsync("items/cho-den-sang.md", SampleFiles.Article("Chờ đến sáng"));
        rooms.Telegram.FailNext(TelegramFault.Throttled(120), times: 2);
        await rooms.PublishAsync();

        var (quiet, awake) = (await rooms.DeliveryAsync("cho-den-sang.1.vi.bung-lao.telegram"),
            await rooms.DeliveryAsync("cho-den-sang.1.vi.na-bung.telegram"));
        Assert.Equal((DeliveryState.Retrying, 0), (quiet.State, quiet.Attempts));
        Assert.Equal(LocalTime.At(LocalTime.DayOf(nextEvening).AddDays(1), new(6, 0)), quiet.RetryAt);
        Assert.Equal(nextEvening.AddMinutes(2), awake.RetryAt);
    }

    [Fact]
    public async Task A_post_that_was_held_by_day_and_is_let_go_at_night_goes_out_in_the_morning()
    {
        var day = LocalTime.DayOf(rooms.Time.GetUtcNow()).AddDays(1);
        rooms.Time.Advance(LocalTime.At(day, new(10, 0)) - rooms.Time.GetUtcNow());
        await rooms.HandInAsync("items/giu-ban-ngay.md", SampleFiles.Article("Giữ ban ngày", frontMatter: "communes: [bung-lao]"));
        var version = await rooms.Get<VersionReader>().ReadAsync(VersionId.Parse("giu-ban-ngay.1.vi", null), Cancellation);
        await PlanAsync();
        await rooms.Get<DeliveryWriter>().HoldAsync(
            version,
            new("bung-lao"),
            new(nameof(ProblemTexts.ItemNotApproved)),
            await rooms.Get<DirectoryStore>().CurrentAsync(Cancellation),
            Cancellation);

        rooms.Time.Advance(TimeSpan.FromHours(12));
        await PlanAsync();
        await rooms.SendAsync();

        var waiting = await rooms.DeliveryAsync("giu-ban-ngay.1.vi.bung-lao.telegram");
        Assert.Equal((DeliveryState.Due, LocalTime.At(day.AddDays(1), new(6, 0))), (waiting.State, waiting.SendFrom));

        async Task PlanAsync() => await rooms.Get<FanOut>().TakeAsync(
            new(version.Id, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow()), Cancellation);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IFormatProvider Culture => CultureInfo.InvariantCulture;

    private static Parsed<DirectorySnapshot> Read(string hours) => DirectoryText.Read(
        $"{Header}\na,A,commune,,automatic,{hours}\n",
        $"{DirectoryText.DestinationsHeader}\na,bang-tin,notice-board,Bảng tin,,,\n",
        $"{DirectoryText.PeopleHeader}\ncan-bo,Cán bộ,staff,,\n");

    /// <summary>One commune has quiet hours.</summary>
    public sealed class Quiet : Rooms
    {
        private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
            SampleFiles.Communes
                .Replace("release", "release,quietHours", StringComparison.Ordinal)
                .Replace("blt-Tavt,automatic", "blt-Tavt,automatic,21:00-06:00", StringComparison.Ordinal)
                .Replace("x-chv,automatic", "x-chv,automatic,", StringComparison.Ordinal)
                .Replace("confirm", "confirm,", StringComparison.Ordinal));
    }
}
