using System.Collections.Immutable;
using Azure;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Occasions;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Reports.Calendar;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries.Occasions;

/// <summary>The calendar decides when something goes out, and storage knows it.</summary>
public sealed class OccasionCommandsTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static readonly ImmutableArray<LanguageTag> Vietnamese = [LanguageTag.Vietnamese];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_moved_goes_out_at_its_new_time_and_not_before()
    {
        var at = await PlanAsync("doi-gio", hours: 2);
        await ActAsync("doi-gio", new OccasionAct.Move(Vietnamese, at.AddHours(3)));

        rooms.Time.Advance(TimeSpan.FromHours(3));
        await rooms.PublishAsync();
        Assert.Null(await FindAsync("doi-gio"));

        rooms.Time.Advance(TimeSpan.FromHours(3));
        await rooms.PublishAsync();
        Assert.Equal(DeliveryState.Delivered, (await FindAsync("doi-gio"))!.Value.State);
    }

    [Fact]
    public async Task What_is_moved_forward_goes_out_earlier_and_once()
    {
        var at = await PlanAsync("som-hon", hours: 10);
        await ActAsync("som-hon", new OccasionAct.Move(Vietnamese, at.AddHours(-9)));

        rooms.Time.Advance(TimeSpan.FromHours(2));
        await rooms.PublishAsync();
        var sent = (await FindAsync("som-hon"))!.Value;
        rooms.Time.Advance(TimeSpan.FromHours(12));
        await rooms.PublishAsync();

        var after = (await FindAsync("som-hon"))!.Value;
        Assert.Equal((DeliveryState.Delivered, sent.EndedAt), (after.State, after.EndedAt));
    }

    [Fact]
    public async Task What_is_kept_back_stays_until_it_is_let_go_and_then_goes_out_at_once()
    {
        await PlanAsync("tam-giu", hours: 1);
        await ActAsync("tam-giu", new OccasionAct.Hold(Vietnamese));
        rooms.Time.Advance(TimeSpan.FromHours(2));
        await rooms.PublishAsync();
        Assert.Null(await FindAsync("tam-giu"));

        await ActAsync("tam-giu", new OccasionAct.Resume(Vietnamese));
        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Delivered, (await FindAsync("tam-giu"))!.Value.State);
    }

    [Fact]
    public async Task What_is_cancelled_before_it_is_approved_stays_so_though_it_is_approved_then()
    {
        await PlanAsync("bo-dang", hours: 1, approved: false);
        await ActAsync("bo-dang", new OccasionAct.Cancel(Vietnamese));
        var approved = await rooms.Get<ItemCommands>()
            .ApproveAsync(new("bo-dang"), new("lanh-dao"), ("MẪU-09 (mẫu)", new(2026, 11, 23)), ETag.All, Cancellation);
        Assert.True(approved.IsValid);

        rooms.Time.Advance(TimeSpan.FromHours(2));
        await rooms.PublishAsync();

        Assert.Null(await FindAsync("bo-dang"));
        Assert.Equal(ItemState.Approved, approved.Value.Value.State);
    }

    [Fact]
    public async Task What_is_out_cannot_be_moved_and_who_saw_an_older_version_is_told()
    {
        await PlanAsync("da-dang", hours: 1);
        var seen = (await rooms.Get<ItemReader>().FindAsync(new("da-dang"), Cancellation))!.ETag;
        await ActAsync("da-dang", new OccasionAct.Move(Vietnamese, rooms.Time.GetUtcNow().AddHours(2)));
        var late = await DecideAsync("da-dang", new OccasionAct.Hold(Vietnamese), seen);
        Assert.Equal(nameof(ProblemTexts.ChangedMeanwhile), Assert.Single(late.Problems).Code);

        rooms.Time.Advance(TimeSpan.FromHours(2));
        await rooms.PublishAsync();
        var refused = await DecideAsync(
            "da-dang", new OccasionAct.Move(Vietnamese, rooms.Time.GetUtcNow().AddHours(1)), ETag.All);

        Assert.Equal(nameof(ProblemTexts.OccasionIsOut), Assert.Single(refused.Problems).Code);
    }

    [Fact]
    public async Task Each_act_stands_in_the_record_with_who_did_it_and_what_was_before()
    {
        var at = await PlanAsync("ghi-lai", hours: 5);
        await ActAsync("ghi-lai", new OccasionAct.Move(Vietnamese, at.AddHours(1)));

        var line = await rooms.Get<ItemReader>().HistoryAsync(new("ghi-lai"), Cancellation)
            .FirstAsync(entry => entry.What == "occasion-moved", Cancellation);

        Assert.Equal(("can-bo", "vi", $"{LocalTime.Text(at)} → {LocalTime.Text(at.AddHours(1))}"), (line.Who, line.Language, line.Detail));
    }

    [Fact]
    public async Task A_new_revision_keeps_what_was_decided_unless_its_file_names_another_time()
    {
        var at = await PlanAsync("ban-moi", hours: 30);
        await ActAsync("ban-moi", new OccasionAct.Move(Vietnamese, at.AddHours(2)));

        await PlanAsync("ban-moi", hours: null, at, body: "Bà con trồng 41.000 ha mắc ca.");
        Assert.Equal(at.AddHours(2), (await ItemAsync("ban-moi")).WantedAt(LanguageTag.Vietnamese));

        await PlanAsync("ban-moi", hours: null, at.AddHours(7), body: "Bà con trồng 42.000 ha mắc ca.");
        Assert.Equal(at.AddHours(7), (await ItemAsync("ban-moi")).WantedAt(LanguageTag.Vietnamese));
    }

    [Fact]
    public async Task The_calendar_shows_a_day_with_few_reads_and_what_was_moved_away_no_more()
    {
        var at = await PlanAsync("tren-lich", hours: 24 * 40);
        var day = LocalTime.DayOf(at);
        Assert.Equal(CalendarState.Planned, StateOn(await ReadAsync(day), "tren-lich"));

        await ActAsync(
            "tren-lich", new OccasionAct.Move([LanguageTag.Vietnamese, new("blt-Tavt"), new("hmn-Latn-x-chv")], at.AddDays(1)));

        Assert.Null(StateOn(await ReadAsync(day), "tren-lich"));
        Assert.Equal(CalendarState.Planned, StateOn(await ReadAsync(day.AddDays(1)), "tren-lich"));
        var (_, transactions) = await CountedTransactions.OfAsync(() => ReadAsync(day));
        Assert.InRange(transactions, 1, 6);
    }

    [Fact]
    public async Task What_went_out_stands_on_the_day_when_it_did()
    {
        await PlanAsync("len-roi", hours: 1);
        rooms.Time.Advance(TimeSpan.FromHours(1));
        await rooms.PublishAsync();

        Assert.Equal(CalendarState.Out, StateOn(await ReadAsync(LocalTime.DayOf(rooms.Time.GetUtcNow())), "len-roi"));
    }

    private static CalendarState? StateOn(CalendarInput input, string item) =>
        CalendarEntries.Of(input, new()).Where(entry => entry.Item.Value == item)
            .SelectMany(entry => entry.Lines)
            .Where(line => line.Language.IsVietnamese)
            .Select(line => (CalendarState?)line.State)
            .FirstOrDefault();

    private Task<CalendarInput> ReadAsync(DateOnly day) => rooms.Get<CalendarReader>().ReadAsync(day, day.AddDays(1), Cancellation);

    /// <summary>Hands in an article that is to go out in some hours.</summary>
    private async Task<DateTimeOffset> PlanAsync(
        string id, int? hours, DateTimeOffset? at = null, bool approved = true, string body = "Bà con trồng 40.000 ha mắc ca.")
    {
        var time = at ?? rooms.Time.GetUtcNow().AddHours(hours!.Value);
        var local = TimeZoneInfo.ConvertTime(time, LocalTime.Zone);
        await rooms.HandInAsync(
            $"items/{id}.md", SampleFiles.Article(id, body, approved, $"publishAt: {local:yyyy-MM-dd HH:mm}"));
        return time;
    }

    private async Task ActAsync(string id, OccasionAct act)
    {
        var decided = await DecideAsync(id, act, ETag.All);
        Assert.True(decided.IsValid, string.Join(' ', decided.Problems.Select(problem => problem.Code)));
    }

    private Task<Parsed<Row<Item>>> DecideAsync(string id, OccasionAct act, ETag seen) =>
        rooms.Get<OccasionCommands>().DecideAsync(new(id), act, new("can-bo"), seen, Cancellation);

    private async Task<Item> ItemAsync(string id) => (await rooms.Get<ItemReader>().FindAsync(new(id), Cancellation))!.Value;

    private Task<StoredDelivery?> FindAsync(string id) =>
        rooms.Get<DeliveryCommands>().FindAsync(DeliveryId.Parse($"{id}.1.vi.bung-lao.telegram", null), Cancellation);
}
