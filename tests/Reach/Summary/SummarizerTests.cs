using System.Text.Json;
using Azure;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Intake;
using Dissemination.Reach;
using Dissemination.Reach.Summary;
using Dissemination.Reports;
using Dissemination.Reports.Campaign;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Reach.Collection;

namespace Dissemination.Tests.Reach.Summary;

/// <summary>What happens to items, through storage, and what is told of it.</summary>
public sealed class SummarizerTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_commune_owes_is_fixed_when_the_item_is_approved()
    {
        await HandInAsync("no-tu-khi-duyet");
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);

        var summary = await FindAsync("no-tu-khi-duyet");
        Assert.Equal((7, 0), (Expected(summary, "vi"), Done(summary)));
        Assert.Equal((3, 2), (Expected(summary, "blt-Tavt"), Expected(summary, "hmn-Latn-x-chv")));
        var thai = summary.Languages.Single(language => language.Language.Value == "blt-Tavt");
        Assert.Equal((CampaignStage.Translation, WaitsOn.Translators), (thai.Wait!.Stage, thai.Wait.On));
    }

    [Fact]
    public async Task A_correction_forgets_neither_posts_nor_opens()
    {
        await HandInAsync("khong-quen");
        await rooms.PublishAsync();
        var post = await rooms.DeliveryAsync("khong-quen.1.vi.bung-lao.telegram");
        await rooms.Get<ShortLinkStore>().OpenAsync(LinkCode.Parse(post.Link)!.Value, byPerson: true, Cancellation);
        await rooms.MeasureAsync();
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);
        var before = await FindAsync("khong-quen");

        await HandInAsync("khong-quen", "Lời đã sửa.");
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);
        var waiting = await FindAsync("khong-quen");
        var report = await rooms.Get<ReportReader>().ReadAsync(new("khong-quen"), Cancellation);

        Assert.Equal((Done(before), 1L, 1), (Done(waiting), Opens(waiting), OpensByDay(waiting.Languages[0])));
        Assert.Equal((Done(before), 1), (report!.Delivered, report.LinkOpens));
        await rooms.PublishAsync();
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);
        var after = await FindAsync("khong-quen");
        Assert.Equal((2, Done(before), 1L), (after.Revision, Done(after), Opens(after)));
        Assert.Equal(before.Languages[0].Cells[0].FirstMinutes, after.Languages[0].Cells[0].FirstMinutes);
    }

    [Fact]
    public async Task A_withdrawal_tells_of_every_post_that_is_to_be_taken_down_whatever_revision_it_was()
    {
        await HandInAsync("rut-lai");
        await rooms.PublishAsync();
        await HandInAsync("rut-lai", "Lời đã sửa.", approved: false);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);
        var withdrawn = await rooms.Get<ItemCommands>()
            .WithdrawAsync(new("rut-lai"), new("can-bo"), "Sai số", ETag.All, Cancellation);
        Assert.True(withdrawn.IsValid);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);

        var summary = await FindAsync("rut-lai");
        var report = await rooms.Get<ReportReader>().ReadAsync(new("rut-lai"), Cancellation);
        Assert.True(summary.Removals.Wanted > 0);
        Assert.Equal((summary.Removals.Wanted, summary.Removals.Done), (report!.Removals.Wanted, report.Removals.Done));
        Assert.True(Done(summary) >= summary.Removals.Wanted);
    }

    [Fact]
    public async Task What_was_kept_step_by_step_is_what_is_counted_anew_from_the_records()
    {
        string[] items = ["dem-lai-1", "dem-lai-2", "dem-lai-3"];
        var random = new Random(7);
        foreach (var item in items)
        {
            await HandInAsync(item);
        }

        Func<Task>[] steps =
        [
            rooms.PublishAsync, () => HandInAsync("dem-lai-1", "Sửa một."), rooms.PublishAsync, () => HandInAsync("dem-lai-2", "Sửa hai."),
            () => rooms.MeasureAsync(), rooms.PublishAsync,
        ];
        foreach (var step in steps)
        {
            await step();
            foreach (var item in items.OrderBy(_ => random.Next()).Take(random.Next(4)))
            {
                // Twice and side by side, as copies of the program would.
                await Task.WhenAll(UpdateAsync(item), UpdateAsync(item));
            }
        }

        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);
        var kept = await JsonAsync(items);
        await ForgetAsync(items);
        Assert.True(await rooms.Get<SummaryRebuild>().RunAsync(Cancellation) >= 3);
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);
        Assert.Equal(kept, await JsonAsync(items));
    }

    [Fact]
    public async Task The_page_of_the_campaign_is_read_in_few_transactions_and_never_from_deliveries()
    {
        await HandInAsync("it-lan-doc");
        await rooms.PublishAsync();
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);

        var (input, transactions) = await CountedTransactions.OfAsync(() => rooms.Get<CampaignReader>().ReadAsync(new(), Cancellation));

        Assert.Contains(input.Items, item => item.Item.Value == "it-lan-doc");
        Assert.InRange(transactions, 1, 3);
    }

    private Task<IReadOnlyList<VersionDue>> UpdateAsync(string item) => rooms.Get<Summarizer>().UpdateAsync(new(item), Cancellation);

    private Task<HandIn> HandInAsync(string item, string body = "Bà con trồng 40.000 ha mắc ca.", bool approved = true) =>
        rooms.HandInAsync($"items/{item}.md", SampleFiles.Article($"Tin {item}", body, approved));

    private async Task<ItemSummary> FindAsync(string item) => (await rooms.Get<SummaryStore>().FindAsync(new(item), Cancellation))!;

    private async Task<List<string>> JsonAsync(IEnumerable<string> items)
    {
        List<string> all = [];
        foreach (var item in items)
        {
            all.Add(JsonSerializer.Serialize(
                await FindAsync(item) with { At = default }, ReachJson.Default.ItemSummary));
        }

        return all;
    }

    private async Task ForgetAsync(IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            var place = await rooms.Get<SummaryStore>().PlaceAsync(new(item), Cancellation);
            Assert.True(await new Transaction(KeysOfReach.Summaries)
                .Delete(KeysOfReach.Summary(place!.Value.Number))
                .Delete(place)
                .CommitAsync(rooms.Store.Reach, Cancellation));
        }
    }

    private static int OpensByDay(LanguageSummary language) => language.Cells.SelectMany(cell => cell.Days).Sum(day => day.Opens);

    private static int Expected(ItemSummary summary, string language) =>
        summary.Languages.Single(one => one.Language.Value == language).Cells.Sum(cell => cell.Expected);

    private static int Done(ItemSummary summary) => summary.Languages.SelectMany(language => language.Cells).Sum(cell => cell.Done);

    private static long? Opens(ItemSummary summary) =>
        summary.Languages.SelectMany(language => language.Cells).SelectMany(cell => cell.Channels).Sum(channel => channel.Opens);
}
