using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;
using Dissemination.Reports;
using Dissemination.Reports.Campaign;
using Dissemination.Tests.Reach.Summary;

namespace Dissemination.Tests.Reports.Campaign;

/// <summary>A month is simulated, and every figure counted once more from what really happened, not from the records.</summary>
public sealed class CampaignFiguresTests
{
    private static readonly SimulatedMonth Month = new(20261129, items: 120);

    private static readonly Resolution Resolution = new(
        "nghi-quyet", "Nghị quyết", new(2025, 10, 16), 22, 10, 3,
        [.. SimulatedMonth.Topics.Select(code => new Topic(code, TopicKind.Target, code, null))]);

    public static TheoryData<string?, string?> Filters => new()
    {
        { null, null }, { "vi", null }, { "blt-Tavt", null }, { null, "macadamia" }, { "hmn-Latn-x-chv", "coffee" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Expected_done_and_on_time_are_what_happened_commune_by_commune(string? language, string? topic)
    {
        var (report, facts) = Report(language, topic);

        Assert.Equal(
            (facts.Count, facts.Count(fact => fact.PostedAt is not null), facts.Count(IsOnTime)),
            (report.Expected, report.Done, report.OnTime));
        foreach (var row in report.Board)
        {
            var own = facts.Where(fact => fact.Place.Commune == row.Commune.Id).ToList();
            Assert.Equal(
                (own.Count, own.Count(fact => fact.PostedAt is not null), own.Count(IsOnTime)), (row.Expected, row.Done, row.OnTime));
            foreach (var cell in row.Cells)
            {
                var items = own.Where(fact => fact.Language == cell.Language).GroupBy(fact => fact.Item).ToList();
                Assert.Equal(
                    (items.Count, items.Count(item => item.All(fact => fact.PostedAt is not null))), (cell.Items, cell.ItemsDone));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Topics_days_times_failures_and_reach_are_what_happened(string? language, string? topic)
    {
        var (report, facts) = Report(language, topic);
        var posted = facts.Where(fact => fact.PostedAt is not null).ToList();
        foreach (var row in report.Topics)
        {
            var carried = Shown(language, topic: row.Topic.Code).Where(fact => fact.PostedAt is not null).ToList();
            Assert.Equal(
                (carried.Select(fact => fact.Item).Distinct().Count(), carried.Select(fact => Now(fact.Place.Commune)).Distinct().Count()),
                (row.Items, row.Communes));
            Assert.Equal(carried.Select(fact => fact.Language).ToHashSet(), [.. row.Languages]);
        }

        Assert.Equal((0, "never"), (report.Topics[0].Items, report.Topics[0].Topic.Code));
        Assert.Equal(
            posted.CountBy(fact => LocalTime.DayOf(fact.PostedAt!.Value)).OrderBy(day => day.Key).Select(day => (day.Key, (long)day.Value)),
            report.Days.Where(day => day.Posts > 0).Select(day => (day.Day, day.Posts)));
        Assert.Equal(
            facts.Where(fact => fact.FailedBecause is not null).CountBy(fact => $"{fact.Channel} {fact.FailedBecause}")
                .OrderBy(failure => failure.Key, StringComparer.Ordinal),
            report.Failures.Select(row => KeyValuePair.Create($"{row.Channel} {row.Reason!.Code}", row.Count))
                .OrderBy(failure => failure.Key, StringComparer.Ordinal));
        foreach (var row in report.Reach)
        {
            var there = posted.Where(fact => fact.Channel == row.Channel).ToList();
            List<long> audiences = [.. there.Select(fact => fact.Audience).OfType<long>().Order()];
            var opens = there.Any(fact => fact.Opens is not null) ? there.Sum(fact => fact.Opens) : null;
            Assert.Equal(
                (there.Count, opens, audiences.Count == 0 ? null : audiences[(audiences.Count - 1) / 2]),
                (row.Posts, row.Opens, row.MedianAudience));
        }

        foreach (var row in report.Times)
        {
            List<long> minutes =
            [
                .. posted.Where(fact => row.Language is null || fact.Language == row.Language)
                    .GroupBy(fact => (fact.Item, fact.Place.Commune, Language: row.Language is null ? default : fact.Language))
                    .Select(cell => (long)(cell.Min(fact => fact.PostedAt!.Value) - cell.First().ApprovedAt).TotalMinutes)
                    .Order(),
            ];
            Assert.Equal(
                (minutes.Count, minutes[(minutes.Count - 1) / 2], minutes[^1]),
                (row.Posts, (long)row.Median.TotalMinutes, (long)row.Slowest.TotalMinutes));
        }
    }

    [Fact]
    public void The_worst_stand_first_and_a_merged_commune_under_its_successor_with_its_own_line()
    {
        var (report, _) = Report(null, null);
        var places = report.Board.Select(row => row.Commune.Id.Value).ToList();

        Assert.Equal(places.IndexOf("xa-43") + 1, places.IndexOf("xa-44"));
        Assert.True(report.Board[places.IndexOf("xa-44")].IsPart);
        Assert.Equal(44, report.Communes.Count());
        var stages = report.Communes.Where(row => row.Commune.Id.Value != "xa-43").Select(row => row.Stage ?? CampaignStage.Done).ToList();
        Assert.Equal(stages.OrderDescending(), stages);
        Assert.Equal(report.CommunesOwing, report.ByStage.Values.Sum());
    }

    [Fact]
    public void Communes_of_which_none_is_worse_stand_as_Vietnamese_readers_look_them_up()
    {
        DirectorySnapshot directory = new(
            [.. ((string[])["Xa Dung", "Điện Biên Phủ", "Na Son", "Ảng Tở"]).Select((name, at) =>
                new Commune(new($"xa-{at}"), name, CommuneKind.Commune, [], ReleasePolicy.Automatic))],
            [],
            []);
        var report = CampaignFigures.Of(
            new([], directory, [Resolution], new(new DateOnly(2026, 11, 1)), new(), SimulatedMonth.Now));

        Assert.Equal(["Ảng Tở", "Điện Biên Phủ", "Na Son", "Xa Dung"], report.Board.Select(row => row.Commune.Name));
    }

    [Theory]
    [InlineData(true, "Xã 02")]
    [InlineData(false, "xa-02")]
    public void A_commune_that_the_directory_gave_up_has_a_row_of_its_own_and_the_rows_come_to_the_sums(bool isRemembered, string name)
    {
        var gone = new CommuneId("xa-02");
        var directory = new DirectorySnapshot(
            [.. Month.Directory.Communes.Where(commune => commune.Id != gone)],
            [.. Month.Directory.Destinations.Where(place => place.Id.Commune != gone)],
            []);
        directory = isRemembered ? directory.After(Month.Directory, SimulatedMonth.Now) : directory;
        var report = CampaignFigures.Of(new(
            [.. Month.Summaries()], directory, [Resolution], new(new DateOnly(2026, 11, 1)), new(), SimulatedMonth.Now));

        Assert.Equal((name, true), (report.Board[^1].Commune.Name, report.Board[^1].Commune.IsGone));
        Assert.Equal(
            (report.Expected, report.Done, report.OnTime),
            (report.Board.Sum(row => row.Expected), report.Board.Sum(row => row.Done), report.Board.Sum(row => row.OnTime)));
        Assert.Contains(report.Owed, row => row.Commune.Id == gone);
        Assert.Equal(Report(null, null).Report.Owed.Sum(row => row.Items), report.Owed.Sum(row => row.Items));
        Assert.True(report.CommunesMeasured <= report.CommunesOwing);
    }

    [Theory]
    [InlineData("telegram", null)]
    [InlineData("facebook", "xa-02")]
    [InlineData("loudspeaker", "xa-43")]
    [InlineData(null, "xa-44")]
    public void A_channel_and_a_commune_are_narrowed_to_what_happened_there(string? channel, string? commune)
    {
        var filter = new CampaignFilter(new DateOnly(2026, 11, 1))
        {
            Channel = channel is null ? null : Enum.Parse<ChannelKind>(channel, ignoreCase: true),
            Commune = commune is null ? null : new CommuneId(commune),
        };
        var report = CampaignFigures.Of(new([.. Month.Summaries()], Month.Directory, [Resolution], filter, new(), SimulatedMonth.Now));
        var facts = Month.Facts
            .Where(fact => filter.Channel is null || fact.Channel == filter.Channel)
            .Where(fact => commune is null || fact.Place.Commune.Value == commune || Now(fact.Place.Commune) == commune)
            .ToList();
        var posted = facts.Where(fact => fact.PostedAt is not null).ToList();

        Assert.Equal((facts.Count, posted.Count, facts.Count(IsOnTime)), (report.Expected, report.Done, report.OnTime));
        Assert.Equal(posted.Count, report.Days.Sum(day => day.Posts));
        Assert.Equal(facts.Count(fact => fact.FailedBecause is not null), report.Failures.Sum(row => row.Count));
        Assert.Equal(
            facts.Where(fact => fact.Waits || fact.FailedBecause is not null)
                .Select(fact => (fact.Item, fact.Language, fact.Place.Commune))
                .Distinct()
                .Count(),
            report.Owed.Sum(row => row.Items));
        Assert.Equal(Figures.Sum(posted.Select(fact => fact.Opens)), Figures.Sum(report.Reach.Select(row => row.Opens)));
        Assert.All(report.Board, row => Assert.True(commune is null || Now(row.Commune.Id) == Now(new(commune))));
        Assert.All(report.Cells, cell => Assert.True(commune is null || cell.Successor.Value == Now(new(commune))));
    }

    [Fact]
    public void An_item_and_the_whole_campaign_have_no_period()
    {
        var longAgo = SimulatedMonth.Now.AddYears(-1);

        Assert.True(new CampaignFilter { IsWhole = true }.Holds(longAgo, SimulatedMonth.Now));
        Assert.True(new CampaignFilter { Item = new("bai-001") }.Holds(longAgo, SimulatedMonth.Now));
        Assert.False(new CampaignFilter().Holds(longAgo, SimulatedMonth.Now));
        Assert.True(new CampaignFilter(new DateOnly(2025, 11, 1)).Holds(longAgo, SimulatedMonth.Now));
        Assert.False(new CampaignFilter(new DateOnly(2025, 10, 1)).Holds(longAgo, SimulatedMonth.Now));
    }

    [Fact]
    public void Who_owes_what_is_told_once_for_each_item_that_hangs()
    {
        var (report, facts) = Report(null, null);
        var hanging = facts.Where(fact => fact.Waits || fact.FailedBecause is not null)
            .Select(fact => (fact.Item, fact.Language, fact.Place.Commune))
            .Distinct()
            .Count();

        Assert.Equal(hanging, report.Owed.Sum(row => row.Items));
        Assert.Equal(report.Owed.Select(row => row.Since).Order(), report.Owed.Select(row => row.Since));
    }

    private static (CampaignReport Report, List<SimulatedMonth.Happened> Facts) Report(string? language, string? topic)
    {
        var filter = new CampaignFilter(new DateOnly(2026, 11, 1), language is null ? null : new LanguageTag(language), topic);
        var report = CampaignFigures.Of(
            new([.. Month.Summaries()], Month.Directory, [Resolution], filter, new(), SimulatedMonth.Now));
        return (report, Shown(language, topic));
    }

    private static List<SimulatedMonth.Happened> Shown(string? language, string? topic) =>
        [.. Month.Facts.Where(fact =>
            (language is null || fact.Language.Value == language) && (topic is null || fact.Topics.Contains(topic)))];

    private static string Now(CommuneId commune) => commune.Value is "xa-44" ? "xa-43" : commune.Value;

    private static bool IsOnTime(SimulatedMonth.Happened fact) =>
        fact.PostedAt <= fact.ApprovedAt.AddDays(fact.Language.IsVietnamese ? 1 : 3);
}
