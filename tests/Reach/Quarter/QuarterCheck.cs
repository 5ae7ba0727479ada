using System.Net;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;
using Dissemination.Tests.Problems;
using Dissemination.Tests.Web;
using Dissemination.Web.Pages.Campaign;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>Holds what pages and files say against what is counted from the records.</summary>
internal sealed class QuarterCheck(QuarterSite site)
{
    /// <summary>So many differences are told.</summary>
    private const int Most = 60;

    private readonly List<string> _differences = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Fails where anything differed, and says what.</summary>
    public void End() => Assert.True(_differences.Count == 0, string.Join('\n', _differences.Take(Most)));

    /// <summary>All that the page of the campaign and its files say of a part of the quarter.</summary>
    public async Task CampaignAsync(CampaignFilter filter)
    {
        var plain = Plain(filter);
        var query = new CampaignQuery(filter);
        using var leader = site.Visit(Site.Leader);
        var (status, html) = await leader.ReadAsync(query.On("/campaign"));
        Assert.Equal(HttpStatusCode.OK, status);
        var words = ShownTable.Words(html);
        Assert.Contains(
            TextFormat.Fill(Texts.CampaignItemsCounted, LocalTime.Number(ItemsOf(filter).Count())), words, StringComparison.Ordinal);
        if (plain.Expected == 0)
        {
            Assert.Contains(Texts.CampaignNothing, words, StringComparison.Ordinal);
            return;
        }

        Same(
            $"{filter} figures",
            [LocalTime.Number(plain.Expected), LocalTime.Number(plain.Done), LocalTime.Number(plain.OnTime)],
            PageFigures.In(html));
        Same(
            $"{filter} sentences",
            SentencesOf(plain),
            SentencesOf(plain).Where(sentence => words.Contains(sentence, StringComparison.Ordinal)));
        var topics = await site.Get<ReferenceStore>().ResolutionsAsync(Cancellation)
            .SelectMany(resolution => resolution.Topics.ToAsyncEnumerable()).ToListAsync(Cancellation);
        var book = ReadBook.Of(await BytesAsync(leader, query.On("/campaign.xlsx")));
        foreach (var name in CampaignTables.Names)
        {
            book.AssertSameAsCsv(1 + CampaignTables.Names.IndexOf(name), await BytesAsync(leader, query.On($"/campaign/{name}.csv")));
            // Topics are told of the whole period, whatever topic the rest is narrowed to.
            var of = name is "topics" ? Plain(filter with { Topic = null }) : plain;
            var file = await FileAsync(leader, query.On($"/campaign/{name}.csv"));
            Same($"{filter} {name}.csv", Rows(of.Find(name, topics, inFile: true)), file);
            var shown = ShownTable.InPage(html, $"<div id=\"{name}\"");

            // Pages say in words how long something took.
            var said = name is "times" ? Rows(of.Find(name, topics)) : file.Take(CampaignModel.MostRows(name) ?? int.MaxValue);
            Same($"{filter} {name}", said, shown);
        }
    }

    /// <summary>A commune's own page, and its file.</summary>
    public async Task CommuneAsync(CommuneId commune, CampaignFilter filter)
    {
        using var leader = site.Visit(Site.Leader);
        var rows = Plain(filter).Commune(commune).Select(ShownTable.Row).ToList();
        var address = new CampaignQuery(filter).OnCommune(commune, null);
        var (_, html) = await leader.ReadAsync(address);
        var file = await FileAsync(leader, address.Replace($"{commune}", $"{commune}.csv", StringComparison.Ordinal));
        Same($"{commune}.csv", rows, file);
        Same($"{commune}", file.Take(CommuneStandingModel.MostRows), ShownTable.InPage(html, "<div id=\"commune\""));
    }

    /// <summary>The stored report of an item, as a page and as a file.</summary>
    public async Task ReportAsync(RawItem item)
    {
        using var leader = site.Visit(Site.Leader);
        var report = new PlainReport(site, item);
        var (_, html) = await leader.ReadAsync($"/reports/{item.Item.Id}.html");
        var id = item.Item.Id;
        Same($"{id} figures", report.Figures(), PageFigures.In(html));
        Same($"{id} caption", [report.Caption()], [ShownTable.Words(ShownTable.Caption(html))]);
        Same($"{id}", report.PageRows().Select(ShownTable.Row), ShownTable.InPage(html, "<caption>"));
        Same($"{id} not measured", report.NeverMeasured is [] ? [] : [string.Join(", ", report.NeverMeasured)], ShownTable.NeverMeasured(html));
        ReadBook.Of(await BytesAsync(leader, $"/reports/{id}.xlsx")).AssertSameAsCsv(1, await BytesAsync(leader, $"/reports/{id}.csv"));
        Same($"{id}.csv", report.FileRows().Select(ShownTable.Row), await FileAsync(leader, $"/reports/{id}.csv"));
    }

    /// <summary>Meetings and opinions, as a page and as files.</summary>
    public async Task MeetingsAsync(MeetingPeriod period)
    {
        using var leader = site.Visit(Site.Leader);
        var plain = await PlainMeetings.ReadAsync(site, period);
        var query = $"from={period.From:yyyy-MM-dd}&to={period.To:yyyy-MM-dd}";
        var (_, html) = await leader.ReadAsync($"/meetings/summary?{query}");
        Same("totals", Rows(plain.Totals()), ShownTable.InPage(html, "<caption id=\"meetings-totals\""));
        Same("communes", Rows(plain.PageRows()), ShownTable.InPage(html, "<caption id=\"meetings-communes\""));
        Same("summary.csv", Rows(plain.FileRows()), await FileAsync(leader, $"/meetings/summary.csv?{query}"));
        using var excel = await leader.GetAsync($"/meetings/summary.xlsx?{query}");
        var sheets = ShownTable.InExcel(await excel.Content.ReadAsByteArrayAsync(Cancellation));
        Same("sheet of totals", Rows(plain.SheetOfTotals()), sheets[0]);
        Same("sheet of communes", Rows(plain.FileRows()), sheets[1]);
        Same("sheet of days", Rows(plain.SheetOfDays()), sheets[2]);
    }

    private static IEnumerable<string> Rows(IEnumerable<string[]> rows) => rows.Select(ShownTable.Row);

    /// <summary>In whatever order: which is the worst is tested elsewhere.</summary>
    private void Same(string what, IEnumerable<string> expected, IEnumerable<string> shown)
    {
        var (counted, told) = (expected.Order(StringComparer.Ordinal).ToList(), shown.Order(StringComparer.Ordinal).ToList());
        if (!counted.SequenceEqual(told, StringComparer.Ordinal))
        {
            var (missing, wrong) = (counted.Except(told, StringComparer.Ordinal), told.Except(counted, StringComparer.Ordinal));
            _differences.Add($"{what}: {counted.Count} counted, {told.Count} told");
            _differences.AddRange(missing.Take(3).Select(row => $"  counted {row}"));
            _differences.AddRange(wrong.Take(3).Select(row => $"  told    {row}"));
        }
    }

    private static async Task<List<string>> FileAsync(Visitor leader, string address)
    {
        var bytes = await BytesAsync(leader, address);
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), $"{address} has no mark of UTF-8.");
        return ShownTable.InCsv(Encoding.UTF8.GetString(bytes.AsSpan(Encoding.UTF8.Preamble.Length)));
    }

    private static async Task<byte[]> BytesAsync(Visitor leader, string address)
    {
        using var answer = await leader.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private IEnumerable<RawItem> ItemsOf(CampaignFilter filter) => site.Items.Where(item =>
    {
        var day = LocalTime.DayOf(item.Approvals[0].At);
        var isInPeriod = filter.Item is { } one ? one == item.Item.Id
            : filter.IsWhole ? true
            : filter.Month is { } month ? day.Year == month.Year && day.Month == month.Month
            : day > LocalTime.DayOf(QuarterPlan.End).AddDays(-30);
        return isInPeriod && (filter.Topic is null || item.Content.Topics.Contains(filter.Topic));
    });

    /// <summary>What is counted of a part of the quarter.</summary>
    public PlainTables Plain(CampaignFilter filter)
    {
        var items = ItemsOf(filter).ToHashSet();
        return new(
            site,
            [
                .. site.Places.Where(place => items.Contains(place.Item)
                    && (filter.Language is null || place.Language == filter.Language)
                    && (filter.Channel is null || place.Channel == filter.Channel)
                    && (filter.Commune is null || place.Now == filter.Commune || place.Id.Commune == filter.Commune)),
            ],
            [.. items],
            filter.Commune);
    }

    /// <summary>What the first sentences of the page have to say.</summary>
    private static IEnumerable<string> SentencesOf(PlainTables plain)
    {
        var stages = plain.Stages.ToList();
        yield return TextFormat.Fill(
            Texts.CampaignSayDone, stages.Count(stage => stage is CampaignStage.Done), stages.Count);
        var work = stages.Count(stage => stage is CampaignStage.Confirmation or CampaignStage.Sending or CampaignStage.Later);
        var words = stages.Count(stage => stage is CampaignStage.Translation or CampaignStage.Review or CampaignStage.Approval);
        if (work > 0)
        {
            yield return TextFormat.Fill(Texts.CampaignSayWork, work);
        }

        if (words > 0)
        {
            yield return TextFormat.Fill(Texts.CampaignSayWords, words);
        }

        if (stages.Count(stage => stage is CampaignStage.Nearly) is > 0 and var nearly)
        {
            yield return TextFormat.Fill(Texts.CampaignSayNearly, nearly);
        }

        if (plain.Failed is { Communes: > 0 } failed)
        {
            yield return TextFormat.Fill(Texts.CampaignSayFailed, failed.Communes, LocalTime.Number(failed.Items));
        }

        var times = plain.Find("times", []).Skip(1).Select(row => $"{row[0]} {row[2]}").ToList();
        if (times.Count > 0)
        {
            yield return TextFormat.Fill(Texts.CampaignSayTimes, string.Join("; ", times));
        }

        foreach (var stage in stages.CountBy(stage => stage))
        {
            yield return $"{Labels.Of(stage.Key)} {LocalTime.Number(stage.Value)}";
        }

        yield return TextFormat.Fill(Texts.CampaignChartTitle, LocalTime.Number(plain.Done));
        yield return TextFormat.Fill(Texts.CampaignMeasured, plain.Measured, stages.Count);
    }
}
