using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reports;
using Dissemination.Tests.Directory;

namespace Dissemination.Tests.Reports;

public sealed class ItemReportTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_posted_in_a_commune_that_a_correction_leaves_out_stays_posted_and_owes_nothing_more()
    {
        var report = Report(
            "muong-thanh",
            Post("mac-ca.1.vi.bung-lao.telegram"),
            Post("mac-ca.1.blt-Tavt.bung-lao.telegram") with { State = DeliveryState.Withdrawn, EndedAt = At },
            Post("mac-ca.2.vi.muong-thanh.web"));

        Assert.Equal(["bung-lao vi 1", "muong-thanh vi 1"], LinesOf(report));
        Assert.Equal((2, 2, 2), (report.Delivered, report.Communes, report.CommunesReached));
    }

    [Fact]
    public void What_was_posted_in_a_language_that_a_commune_speaks_no_more_stays_posted()
    {
        var report = Report(null, Post("mac-ca.1.blt-Tavt.muong-thanh.web"));

        Assert.Equal(
            ["bung-lao vi 0", "bung-lao blt-Tavt 0", "bung-lao hmn-Latn-x-chv 0", "muong-thanh vi 0", "muong-thanh blt-Tavt 1"],
            LinesOf(report));
        Assert.Equal(1, report.Delivered);
    }

    [Fact]
    public void What_was_posted_in_a_commune_that_the_directory_gave_up_has_lines_of_its_own()
    {
        var report = Report("muong-thanh", Post("mac-ca.1.vi.xa-cu.web"), Post("mac-ca.1.vi.muong-thanh.web"));

        Assert.Equal(["muong-thanh vi 1", "xa-cu vi 1"], LinesOf(report));
        Assert.Equal((2, 2), (report.Delivered, report.CommunesReached));
        Assert.Contains(CommuneLabels.NameOf(report.Lines[^1].Commune), ReportSheet.Of(report).Rows.Last());
    }

    private static IEnumerable<string> LinesOf(ItemReport report) =>
        report.Lines.Select(line => $"{line.Commune.Id} {line.Language} {line.Delivered}");

    /// <param name="commune">Where its newest revision is wanted; null for everywhere.</param>
    private static ItemReport Report(string? commune, params Delivery[] deliveries)
    {
        var item = new Item
        {
            Id = new("mac-ca"),
            Revision = 2,
            ContentHash = "",
            SourceFile = "",
            HandIn = new("x"),
            Kind = ItemKind.Article,
            Headline = "Mắc ca",
            Sample = true,
            AcceptedAt = At,
        };
        var content = new ItemContent
        {
            Id = item.Id,
            Kind = item.Kind,
            Text = new(item.Headline, null, "Nội dung"),
            Issuer = "Ban Tuyên giáo (mẫu)",
            Communes = commune is null ? [] : [new CommuneId(commune)],
        };
        return ItemReport.Of(new(item, content, DirectoryText.Snapshot(), [], deliveries, []), At);
    }

    private static Delivery Post(string id) => new()
    {
        Id = DeliveryId.Parse(id, null),
        Channel = ChannelKind.Telegram,
        Lane = "l",
        State = DeliveryState.Delivered,
        PlannedAt = At,
        EndedAt = At.AddMinutes(1),
        Link = "l",
    };
}
