using Dissemination.Deliveries;
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
