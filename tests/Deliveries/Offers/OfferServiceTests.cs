using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Offers;
using Dissemination.Problems;
using Dissemination.Reports;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Offers;

/// <summary>What was published before something new came into the directory.</summary>
public sealed class OfferServiceTests : IAsyncLifetime
{
    private const string MoreCommunes = $"{SampleFiles.Communes}\nmuong-moi,Mường Mới,commune,,automatic\n";

    private const string MoreDestinations = $"""
        {SampleFiles.Destinations}
        bung-lao,telegram-hai,telegram,Kênh Telegram thứ hai,-1009,telegram_tinh,
        muong-moi,telegram,telegram,Kênh Telegram xã Mường Mới,-1010,telegram_tinh,
        """;

    private readonly Rooms _rooms = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfferService Service => _rooms.Get<OfferService>();

    public async ValueTask InitializeAsync()
    {
        await _rooms.InitializeAsync();
        await _rooms.HandInAsync("items/con-han.md", SampleFiles.Article("Còn hạn"));
        await _rooms.HandInAsync("items/noi-khac.md", SampleFiles.Article("Chỉ ở nơi khác", frontMatter: "communes: [na-bung]"));
        await _rooms.HandInAsync("items/het-han.md", SampleFiles.Article("Sắp hết hạn", frontMatter: "expiresAt: 2026-11-24 08:00"));
        await _rooms.PublishAsync();
        _rooms.Time.Advance(TimeSpan.FromDays(2));
    }

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();

    [Fact]
    public async Task What_is_still_valid_is_offered_to_a_new_place_and_goes_out_there_only_when_it_is_chosen()
    {
        Assert.Empty(await Service.OpenAsync(Cancellation));
        var before = _rooms.Telegram.Posts.Count;

        await _rooms.HandInDirectoryAsync(MoreCommunes, MoreDestinations);
        await _rooms.PublishAsync();

        Assert.Equal(before, _rooms.Telegram.Posts.Count);
        Assert.Equal(["bung-lao", "muong-moi"], (await Service.OpenAsync(Cancellation)).Select(offer => offer.Commune.Id.Value).Order());
        var offer = (await Service.FindAsync(new("bung-lao"), Cancellation))!;
        Assert.Equal("con-han.1.vi", Assert.Single(offer.Versions).Version.ToString());

        var decided = await Service.DecideAsync(
            new("bung-lao"), [VersionId.Parse("con-han.1.vi", null)], await _rooms.PersonAsync("can-bo"), Cancellation);
        await _rooms.PublishAsync();

        Assert.True(decided.IsDone);
        Assert.Equal(before + 1, _rooms.Telegram.Posts.Count);
        Assert.Equal(DeliveryState.Delivered, (await _rooms.DeliveryAsync("con-han.1.vi.bung-lao.telegram-hai")).State);
        Assert.Equal(["muong-moi"], (await Service.OpenAsync(Cancellation)).Select(open => open.Commune.Id.Value));
    }

    [Fact]
    public async Task Choosing_nothing_closes_the_offer_and_what_is_new_later_opens_another()
    {
        await _rooms.HandInDirectoryAsync(MoreCommunes, MoreDestinations);
        var before = _rooms.Telegram.Posts.Count;

        Assert.True((await Service.DecideAsync(new("muong-moi"), [], await _rooms.PersonAsync("can-bo"), Cancellation)).IsDone);
        await _rooms.PublishAsync();

        Assert.Equal(before, _rooms.Telegram.Posts.Count);
        Assert.Null(await Service.FindAsync(new("muong-moi"), Cancellation));

        _rooms.Time.Advance(TimeSpan.FromDays(1));
        await _rooms.HandInDirectoryAsync(
            MoreCommunes, $"{MoreDestinations}\nmuong-moi,telegram-hai,telegram,Kênh thứ hai,-1011,telegram_tinh,\n");
        Assert.NotNull(await Service.FindAsync(new("muong-moi"), Cancellation));
    }

    [Fact]
    public async Task Only_staff_choose_and_only_what_is_offered()
    {
        await _rooms.HandInDirectoryAsync(MoreCommunes, MoreDestinations);

        var notStaff = await Service.DecideAsync(new("muong-moi"), [], await _rooms.PersonAsync("bung-lao-1"), Cancellation);
        var notOffered = await Service.DecideAsync(
            new("muong-moi"), [VersionId.Parse("noi-khac.1.vi", null)], await _rooms.PersonAsync("can-bo"), Cancellation);

        Assert.Equal(nameof(ProblemTexts.NotStaff), notStaff.Problem?.Code);
        Assert.Equal(nameof(ProblemTexts.OfferChanged), notOffered.Problem?.Code);
    }

    [Fact]
    public async Task What_came_before_a_commune_or_a_language_is_before_its_time_and_not_missing()
    {
        var before = (await _rooms.Get<ReportReader>().ReadAsync(new("con-han"), Cancellation))!;
        await _rooms.HandInDirectoryAsync(
            MoreCommunes.Replace("sin-thau,Sín Thầu,commune,,", "sin-thau,Sín Thầu,commune,blt-Tavt,", StringComparison.Ordinal),
            MoreDestinations);

        var after = (await _rooms.Get<ReportReader>().ReadAsync(new("con-han"), Cancellation))!;

        Assert.Equal((before.Communes, before.CommunesReached), (after.Communes, after.CommunesReached));
        Assert.Equal(
            [("muong-moi", "vi"), ("sin-thau", "blt-Tavt")],
            after.Lines.Where(line => line.Status is ReportLineStatus.BeforeItsTime)
                .Select(line => (line.Commune.Id.Value, line.Language.Value)).Order());
    }
}
