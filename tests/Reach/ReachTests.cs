using System.Globalization;
using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Reach;
using Dissemination.Reach.Collection;
using Dissemination.Reach.Summary;
using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Reach.Collection;

namespace Dissemination.Tests.Reach;

public sealed class ReachTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opens_are_counted_one_by_one_even_when_many_come_at_once()
    {
        var delivery = await PublishedAsync("mo-cung-luc");
        var code = LinkCode.Parse(delivery.Link)!.Value;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => rooms.Get<ShortLinkStore>().OpenAsync(code, byPerson: true, Cancellation)));
        await rooms.Get<ShortLinkStore>().OpenAsync(code, byPerson: false, Cancellation);
        await rooms.MeasureAsync();

        var report = await rooms.Get<ReportReader>().ReadAsync(new("mo-cung-luc"), Cancellation);
        Assert.Equal(12, report!.LinkOpens);
    }

    [Fact]
    public async Task A_figure_that_no_channel_gives_is_not_measured_and_never_zero()
    {
        await PublishedAsync("chua-do");

        var before = await rooms.Get<ReportReader>().ReadAsync(new("chua-do"), Cancellation);
        await rooms.MeasureAsync();
        var after = await rooms.Get<ReportReader>().ReadAsync(new("chua-do"), Cancellation);

        Assert.Equal((0, null), (before!.CommunesMeasured, before.LinkOpens));
        Assert.Equal((2, 0), (after!.CommunesMeasured, after.LinkOpens));
        Assert.Equal(rooms.Telegram.Members, after.Lines.First(line => line.Commune.Id.Value == "bung-lao").MedianAudience);
        Assert.Null(after.Attendance);
    }

    [Fact]
    public async Task A_report_is_written_as_html_and_csv_when_something_happened_and_only_then()
    {
        await PublishedAsync("bao-cao");
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);
        var html = await ReadAsync("bao-cao.html");
        var csv = await ReadAsync("bao-cao.csv");

        Assert.Contains("Búng Lao", html!.Value.Text, StringComparison.Ordinal);
        Assert.Contains("chưa đo", csv!.Value.Text, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFMã tin bài,", csv.Value.Text, StringComparison.Ordinal);

        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);
        Assert.Equal(html.Value.ETag, (await ReadAsync("bao-cao.html"))!.Value.ETag);
    }

    [Fact]
    public async Task A_report_is_in_Vietnamese_whatever_language_the_machine_has()
    {
        await PublishedAsync("may-tieng-anh");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);

        Assert.StartsWith("\uFEFFMã tin bài,", (await ReadAsync("may-tieng-anh.csv"))!.Value.Text, StringComparison.Ordinal);
        Assert.Contains("chưa đo", (await ReadAsync("may-tieng-anh.html"))!.Value.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_a_turn_that_broke_off_before_it_asked_for_their_report_are_told_by_the_next()
    {
        var version = (await PublishedAsync("do-dang")).Id.Version;
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);
        rooms.Time.Advance(TimeSpan.FromMinutes(75));
        var now = rooms.Time.GetUtcNow();
        var stored = await rooms.Get<DeliveryReader>().OfAsync(version, Cancellation)
            .Where(delivery => delivery.Value.State is DeliveryState.Delivered)
            .Select(delivery => new ReachSample(delivery.Value.Id, now, LinkOpens: 3, Audience: null, Attendance: null) { AskedAt = now })
            .ToListAsync(Cancellation);
        var samples = rooms.Get<ReachSampleStore>();
        Assert.True(await samples.AddAsync(version, await samples.OfAsync(version, Cancellation), stored, [], Cancellation));
        var request = new Transaction(Keys.Editorial).Delete(Keys.ReportDue("do-dang"));
        Assert.True(await request.CommitAsync(rooms.Store.Editorial, Cancellation));

        await rooms.Get<ReachCollector>().CollectAsync(Cancellation);
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);

        var summary = (await rooms.Get<SummaryStore>().FindAsync(new("do-dang"), Cancellation))!;
        var channels = summary.Languages.SelectMany(language => language.Cells).SelectMany(cell => cell.Channels);
        Assert.Equal(3 * stored.Count, channels.Sum(channel => channel.Opens));
    }

    [Fact]
    public async Task Each_edition_has_figures_of_its_own_and_what_stood_under_the_destination_alone_is_read_once()
    {
        var (samples, now) = (rooms.Get<ReachSampleStore>(), rooms.Time.GetUtcNow());
        var first = (await PublishedAsync("hai-an-ban")).Id;
        var second = first with { Edition = 2 };
        await new Transaction(first.Version.ToString())
            .Put(
                KeysOfReach.LatestSample(first.Destination.ToString()),
                new(second, now.AddDays(-1), 3, null, null),
                ReachJson.Default.ReachSample)
            .CommitAsync(rooms.Store.Reach, Cancellation);

        await AddAsync(new ReachSample(second, now, 4, null, null));
        var latest = await LatestAsync();
        Assert.Equal((1, 4), (latest.Count, latest[second]));

        await AddAsync(new ReachSample(first, now, 5, null, null), new ReachSample(second, now, 6, null, null));
        latest = await LatestAsync();
        Assert.Equal((2, 5, 6), (latest.Count, latest[first], latest[second]));

        async Task AddAsync(params ReachSample[] news) => Assert.True(await samples.AddAsync(
            first.Version, await samples.OfAsync(first.Version, Cancellation), news, [], Cancellation));

        async Task<Dictionary<DeliveryId, long?>> LatestAsync() => (await samples.OfAsync(first.Version, Cancellation)).Newest.Values
            .ToDictionary(sample => sample.Delivery, sample => sample.LinkOpens);
    }

    [Fact]
    public async Task Of_two_that_measured_at_once_the_second_keeps_nothing_and_measures_again()
    {
        var (samples, now) = (rooms.Get<ReachSampleStore>(), rooms.Time.GetUtcNow());
        var id = (await PublishedAsync("hai-nguoi-do")).Id;
        var both = await samples.OfAsync(id.Version, Cancellation);
        Assert.True(await AddAsync(both, 3));
        Assert.False(await AddAsync(both, 4));

        both = await samples.OfAsync(id.Version, Cancellation);
        Assert.True(await AddAsync(both, 5));
        Assert.False(await AddAsync(both, 6));
        Assert.Equal(5, (await samples.OfAsync(id.Version, Cancellation)).Newest[id].LinkOpens);

        Task<bool> AddAsync(KnownSamples known, long opens) =>
            samples.AddAsync(id.Version, known, [new(id, now, opens, null, null)], [], Cancellation);
    }

    [Fact]
    public async Task What_is_measured_is_kept_behind_a_row_that_cannot_be_read()
    {
        var (samples, now) = (rooms.Get<ReachSampleStore>(), rooms.Time.GetUtcNow());
        var id = (await PublishedAsync("dong-hong")).Id;
        await rooms.Store.Reach.UpsertEntityAsync(
            new TableEntity(id.Version.ToString(), KeysOfReach.Known(0)) { ["Json"] = "{", ["Pieces"] = 1 },
            TableUpdateMode.Replace,
            Cancellation);
        var known = await samples.OfAsync(id.Version, Cancellation);

        Assert.True(await samples.AddAsync(id.Version, known, [new(id, now, 3, null, null)], [], Cancellation));

        Assert.Equal(3, (await samples.OfAsync(id.Version, Cancellation)).Newest[id].LinkOpens);
    }

    private async Task<Delivery> PublishedAsync(string item)
    {
        await rooms.HandInAsync($"items/{item}.md", SampleFiles.Article($"Tin {item}", frontMatter: "communes: [bung-lao, na-bung]"));
        await rooms.PublishAsync();
        return await rooms.DeliveryAsync($"{item}.1.vi.bung-lao.telegram");
    }

    private async Task<(string Text, string ETag)?> ReadAsync(string name) =>
        await rooms.Store.Container(Containers.Reports).GetBlobClient(name).FindAsync(Cancellation) is { } blob
            ? (System.Text.Encoding.UTF8.GetString(blob.Content.Span), blob.ETag)
            : null;
}
