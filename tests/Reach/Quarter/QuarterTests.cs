using System.Net;
using System.Text.Json;
using Dissemination.Directory;
using Dissemination.Reach;
using Dissemination.Reach.Meetings;
using Dissemination.Reach.Summary;
using Dissemination.Tests.Runs;
using Dissemination.Tests.Web;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>
/// A quarter of the province from a seed: every number on every page and in every file is the one that is counted, independently and
/// plainly, from the raw records.
/// </summary>
[Collection(TheQuarter.Name)]
public sealed class QuarterTests(QuarterSite site)
{
    private readonly QuarterCheck _check = new(site);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int?, string?, string?> Filters => new()
    {
        { null, null, null },
        { 0, null, null },
        { 1, null, null },
        { 2, QuarterDirectory.Thai, null },
        { 0, "vi", "macadamia" },
        { 1, null, "coffee" },
        { null, QuarterDirectory.Mong, "poverty" },
        { -3, null, null },
    };

    [Fact]
    public async Task Every_number_of_the_whole_of_a_channel_of_a_commune_and_of_an_item_is_that_of_the_records()
    {
        await _check.CampaignAsync(new() { IsWhole = true });
        await _check.CampaignAsync(new(QuarterPlan.Month(1)) { Channel = ChannelKind.Facebook });
        await _check.CampaignAsync(new(QuarterPlan.Month(0), new LanguageTag(QuarterDirectory.Thai)) { Channel = ChannelKind.Loudspeaker });
        await _check.CampaignAsync(new() { IsWhole = true, Commune = site.Gone });
        await _check.CampaignAsync(new(QuarterPlan.Month(2)) { Commune = site.After.Successor(site.Gone) });
        foreach (var item in site.Items.Take(5))
        {
            await _check.CampaignAsync(new() { Item = item.Item.Id });
        }

        _check.End();
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Every_number_of_the_campaign_page_and_of_its_files_is_that_of_the_records(int? month, string? language, string? topic)
    {
        await _check.CampaignAsync(new(
            month is { } number ? QuarterPlan.Month(number) : null, language is null ? null : new LanguageTag(language), topic));
        _check.End();
    }

    [Fact]
    public async Task Every_number_of_a_commune_is_that_of_the_records_and_nothing_of_a_merged_one_is_lost()
    {
        var gone = site.After.Find(site.Gone)!;
        CommuneId[] some = RunSize.IsFull
            ? [.. site.After.Communes.Select(commune => commune.Id)]
            : [gone.Id, gone.MergedInto!.Value, .. site.After.Communes.Where((_, number) => number % 9 == 1).Select(commune => commune.Id)];
        foreach (var commune in some)
        {
            await _check.CommuneAsync(commune, new(QuarterPlan.Month(1)));
            await _check.CommuneAsync(commune, new(QuarterPlan.Month(0), new LanguageTag(QuarterDirectory.Thai)));
        }

        Assert.Contains(site.Places, place => place.Id.Commune == gone.Id && place.IsPosted);
        _check.End();
    }

    [Fact]
    public async Task Every_number_of_an_items_report_is_that_of_the_records()
    {
        foreach (var item in site.Items)
        {
            await _check.ReportAsync(item);
        }

        _check.End();
    }

    [Fact]
    public async Task Every_number_of_meetings_and_opinions_is_that_of_what_was_told()
    {
        await _check.MeetingsAsync(MeetingPeriod.All);
        await _check.MeetingsAsync(new(QuarterPlan.Month(1), QuarterPlan.Month(2).AddDays(-1)));
        _check.End();
    }

    [Fact]
    public async Task Counting_anew_changes_nothing_and_neither_does_the_order()
    {
        var before = await SummariesAsync();
        using var staff = site.Visit(Site.Staff);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/campaign/rebuild");
        request.Headers.Add("X-Acting-Person", Site.Staff);
        using var answer = await staff.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await site.CountAsync();
        Assert.Equal(before, await SummariesAsync());

        var random = new Random(site.Plan.Seed);
        var some = site.Items.Take(20).SelectMany(item => (RawItem[])[item, item]).OrderBy(_ => random.Next()).ToList();
        await Parallel.ForEachAsync(some, Cancellation, async (item, cancellation) =>
            await site.Get<Summarizer>().UpdateAsync(item.Item.Id, cancellation));
        Assert.Equal(before, await SummariesAsync());
    }

    [Fact]
    public void The_quarter_has_everything_that_goes_wrong_in_one()
    {
        Assert.Contains(site.Items, item => item.Item.Withdrawal is not null);
        Assert.Contains(site.Items, item => item.Item.ExpiresAt < QuarterPlan.End);
        Assert.Contains(site.Items, item => item.Item.Revision == 2 && item.Item.Approval is null);
        Assert.Contains(site.Places, place => place.Deliveries.Select(one => one.Id.Destination).Distinct().Count() == 2);
        Assert.Contains(site.Places, place => place.Wait is { Stage: CampaignStage.Failed } && place.IsPosted);
        Assert.Contains(site.Places, place => place is { IsPosted: true, IsMeasured: false });
        Assert.All(Enum.GetValues<WaitsOn>().Except([WaitsOn.Nobody, WaitsOn.Schedule]), on =>
            Assert.Contains(site.Places, place => place.Wait?.On == on));
    }

    private async Task<List<string>> SummariesAsync()
    {
        List<string> all = [];
        await foreach (var row in site.Get<SummaryStore>().FromAsync(0, Cancellation))
        {
            all.Add(JsonSerializer.Serialize(row.Value with { At = default }, ReachJson.Default.ItemSummary));
        }

        all.Sort(StringComparer.Ordinal);
        return all;
    }
}
