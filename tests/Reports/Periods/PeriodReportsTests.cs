using System.Text;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Summary;
using Dissemination.Reports;
using Dissemination.Reports.Campaign;
using Dissemination.Reports.Periods;
using Dissemination.Reviewing;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Dissemination.Tests.Reports.Periods;

/// <summary>The reports of weeks and months, over a program of their own whose clock begins on a Monday morning.</summary>
public sealed class PeriodReportsTests : Rooms
{
    private const string Bot = "888:leaders";

    private const long Leaders = -500;

    private static readonly ReportPeriod Week = new("2026-w48");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PeriodStore Reports => Get<PeriodStore>();

    [Fact]
    public async Task A_week_that_is_over_has_a_report_that_says_the_same_in_every_file_and_language()
    {
        await ItemAsync("tin-mot");
        Time.Advance(TimeSpan.FromHours(166) - TimeSpan.FromMinutes(3));
        await WriteAsync();
        Assert.Empty(await EditionsAsync(Week));
        Time.Advance(TimeSpan.FromMinutes(3));
        await WriteAsync();

        var head = Assert.Single(await EditionsAsync(Week));
        var figures = await Reports.FindAsync(new(Week, 1), Cancellation);
        var now = CampaignFigures.Of(await Get<CampaignReader>().ReadAsync(new(), Cancellation));
        Assert.Equal((1, now.Expected, now.Done, now.OnTime), (head.Items, head.Expected, head.Done, head.OnTime));
        Assert.True(now.Done > 0);
        foreach (var language in ReportLanguages.All)
        {
            var html = Encoding.UTF8.GetString(await FileAsync(language, PeriodFile.Html));
            Assert.Contains(language is "vi" ? "Tuần 48/2026" : "Week 48/2026", html, StringComparison.Ordinal);
            var book = ReadBook.Of(await FileAsync(language, PeriodFile.Excel));
            var tables = new PeriodTables(figures!, null).All;
            for (var at = 0; at < tables.Length; at++)
            {
                book.AssertSameAsCsv(1 + at, await FileAsync(language, PeriodFile.Csv(tables[at].Name)));
            }
        }
    }

    [Fact]
    public async Task What_was_written_stays_byte_by_byte_and_the_next_week_says_what_changed()
    {
        await ItemAsync("tin-hai");
        Time.Advance(TimeSpan.FromDays(7));
        await WriteAsync();
        var first = await FileAsync("vi", PeriodFile.Html);
        var book = await FileAsync("vi", PeriodFile.Excel);
        await WriteAsync();
        await ItemAsync("tin-ba");
        await ItemAsync("tin-bon");
        Time.Advance(TimeSpan.FromDays(7));
        await WriteAsync();

        Assert.Single(await EditionsAsync(Week));
        Assert.Equal(first, await FileAsync("vi", PeriodFile.Html));
        Assert.Equal(book, await FileAsync("vi", PeriodFile.Excel));
        var next = (await Reports.FindAsync(new(Week.Next, 1), Cancellation))!;
        Assert.Equal(new PeriodEdition(Week, 1), next.Before);
        var totals = new PeriodTables(next, await Reports.FindAsync(next.Before!, Cancellation)).All[0];
        Assert.Equal("2 1 1", string.Join(' ', totals.Rows[0].Skip(1)));
        const string Change = "data-label=\"Thay đổi\"";
        Assert.DoesNotContain(Change, Encoding.UTF8.GetString(first), StringComparison.Ordinal);
        var second = Encoding.UTF8.GetString(await FileAsync(new(new(Week.Next, 1), "vi", PeriodFile.Html)));
        Assert.Contains(Change, second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weeks_that_went_by_while_the_program_was_away_are_reported_late_and_say_so()
    {
        await ItemAsync("tin-nam");
        Time.Advance(TimeSpan.FromDays(7));
        await WriteAsync();
        Time.Advance(TimeSpan.FromDays(21));
        await WriteAsync();

        Assert.Single(await EditionsAsync(new("2026-w50")));
        Assert.Single(await EditionsAsync(new("2026-w51")));
        Assert.Single(await EditionsAsync(new("2026-11")));
        var late = new PeriodFile(new(new("2026-w50"), 1), "vi", PeriodFile.Html);
        Assert.Contains("lập muộn", Encoding.UTF8.GetString(await FileAsync(late)), StringComparison.Ordinal);
        Assert.DoesNotContain("lập muộn", Encoding.UTF8.GetString(await FileAsync("vi", PeriodFile.Html)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_is_counted_from_all_that_was_approved_in_it_however_much_came_since()
    {
        await ItemAsync("tin-chin");
        await ItemAsync("tin-muoi");
        using var memory = new SummaryMemory(Get<SummaryStore>(), Time) { Most = 1 };
        var reader = new CampaignReader(
            memory,
            Get<SummaryStore>(),
            Get<ReferenceStore>(),
            Get<DirectoryStore>(),
            Options.Create(new OnTimeOptions()),
            Time);

        Assert.Single((await reader.ReadAsync(new(), Cancellation)).Items);
        Assert.Equal(2, (await reader.OfDaysAsync(Week.From, Week.To, Cancellation)).Items.Count);
        Assert.Empty((await reader.OfDaysAsync(Week.Next.From, Week.Next.To, Cancellation)).Items);
    }

    [Fact]
    public async Task Before_anything_was_approved_there_is_no_report()
    {
        Time.Advance(TimeSpan.FromDays(14));
        await WriteAsync();

        Assert.Empty((await Reports.PageAsync(null, 10, Cancellation)).Rows);
    }

    [Fact]
    public async Task A_correction_is_another_edition_that_says_who_wanted_it_and_why()
    {
        await ItemAsync("tin-sau");
        Time.Advance(TimeSpan.FromDays(7));
        await WriteAsync();
        var first = await FileAsync("vi", PeriodFile.Html);
        var staff = await PersonAsync("can-bo");
        var without = await Get<PeriodReports>().CorrectAsync(new(Week, 1), staff, " ", Cancellation);
        var corrected = await Get<PeriodReports>().CorrectAsync(new(Week, 1), staff, "Thiếu một xã", Cancellation);
        var unseen = await Get<PeriodReports>().CorrectAsync(new(Week, 1), staff, "Lần nữa", Cancellation);

        Assert.Equal(("PeriodReason", 2, "ChangedMeanwhile"), (without.Problem!.Code, corrected.Value!.Edition, unseen.Problem!.Code));
        Assert.Equal([2, 1], (await EditionsAsync(Week)).Select(head => head.Edition));
        Assert.Equal(first, await FileAsync("vi", PeriodFile.Html));
        var second = Encoding.UTF8.GetString(await FileAsync(new(new(Week, 2), "vi", PeriodFile.Html)));
        Assert.Contains("Thiếu một xã", second, StringComparison.Ordinal);
        Assert.Contains("Bản 2", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leadership_is_told_of_a_week_once_in_five_lines()
    {
        await ItemAsync("tin-bay");
        Time.Advance(TimeSpan.FromDays(7));
        await WriteAsync();
        await WriteAsync();

        var told = Assert.Single(Telegram.Posts, post => post.Chat == Leaders);
        Assert.Equal(5, told.Text.Split('\n').Length);
        Assert.StartsWith("Tuần 48 (23/11/2026 – 29/11/2026): 1 tin bài đã duyệt.", told.Text, StringComparison.Ordinal);
        Assert.EndsWith("https://example.org/reports/periods/2026-w48", told.Text, StringComparison.Ordinal);
        Assert.Empty(await Get<AlertStore>().OfKindAsync(LeaderMessages.AlertKind, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task What_Telegram_puts_off_comes_later_and_a_chat_that_takes_nothing_becomes_an_alert()
    {
        await ItemAsync("tin-tam");
        Time.Advance(TimeSpan.FromDays(7));
        Telegram.FailNext(TelegramFault.Throttled(90));
        await WriteAsync();
        await WriteAsync();
        Assert.DoesNotContain(Telegram.Posts, post => post.Chat == Leaders);
        Time.Advance(TimeSpan.FromSeconds(91));
        await WriteAsync();
        Assert.Single(Telegram.Posts, post => post.Chat == Leaders);

        Telegram.FailChat(Leaders, TelegramFault.Blocked);
        Time.Advance(TimeSpan.FromDays(7));
        await WriteAsync();
        await WriteAsync();
        var alert = Assert.Single(await Get<AlertStore>().OfKindAsync(LeaderMessages.AlertKind, Cancellation).ToListAsync(Cancellation));
        Assert.Equal(nameof(ProblemTexts.LeadersChatClosed), alert.Problem.Code);
    }

    private protected override void Configure(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Review:Telegram:BaseUrl"] = Telegram.BaseUrl,
            ["Review:Telegram:Token"] = Bot,
            ["Review:Telegram:Secret"] = "A_secret-of-this-test",
            ["Review:Telegram:LeadersChat"] = "-500",
        });

    private async Task ItemAsync(string item)
    {
        await HandInAsync($"items/{item}.md", SampleFiles.Article($"Tin {item}"));
        await PublishAsync();
        await Get<ReportWriter>().WriteDueAsync(Cancellation);
    }

    /// <summary>The timer fires.</summary>
    private async Task WriteAsync()
    {
        await Get<PeriodReports>().WriteDueAsync(Cancellation);
        await Get<LeaderMessages>().TellAsync(Cancellation);
    }

    private async Task<List<PeriodHead>> EditionsAsync(ReportPeriod period) =>
        await Reports.EditionsAsync(period, Cancellation).ToListAsync(Cancellation);

    private Task<byte[]> FileAsync(string language, string name) => FileAsync(new(new(Week, 1), language, name));

    private async Task<byte[]> FileAsync(PeriodFile file)
    {
        var found = await Reports.OpenAsync(file, Cancellation);
        Assert.NotNull(found);
        return (await found.ReadAsync(Cancellation)).ToArray();
    }
}
