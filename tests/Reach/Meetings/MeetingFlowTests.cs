using Azure;
using Azure.Data.Tables;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Dissemination.Storage.Records;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Reach.Meetings;

/// <summary>Meetings and opinions in storage. Each test has days of its own.</summary>
public sealed class MeetingFlowTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MeetingService Service => rooms.Get<MeetingService>();

    private MeetingStore Store => rooms.Get<MeetingStore>();

    [Fact]
    public async Task What_is_told_is_in_the_lists_and_in_the_sums_and_a_correction_keeps_what_it_was()
    {
        DateOnly day = new(2026, 10, 1);
        var added = (await AddAsync(MeetingText.Meeting("bung-lao", day, 45))).AssertValid();

        var right = MeetingText.Meeting("bung-lao", day.AddDays(-1), 54, "bản Nà Lao");
        var corrected = (await Service.CorrectAsync(
            added.Record.Id, MeetingText.Input(right, "nhầm ngày, nhầm bản"), added.Version, await CommunicatorAsync(), Cancellation))
            .AssertValid();

        Assert.Empty(await DayAsync(day));
        Assert.Equal([("bung-lao", 1, 54L)], await DayAsync(day.AddDays(-1)));
        Assert.Equal(added.Record.Id, corrected.Record.Id);
        Assert.Equal([added.Record.Id], await ListedAsync(new(new("bung-lao"), null, day.AddDays(-1), day)));
        Assert.Equal([added.Record.Id], await ListedAsync(new(null, "village-meeting", day.AddDays(-1), day)));
        Assert.Empty(await ListedAsync(new(null, "conference", day.AddDays(-1), day)));
        var change = Assert.Single(await Store.ChangesAsync(added.Record.Id, Cancellation).ToListAsync(Cancellation));
        Assert.Equal((45, "nhầm ngày, nhầm bản"), (change.Before.Told.Meeting!.Attendance, change.Step.Reason));
        Assert.Equal(new PersonId("bung-lao-1"), change.Step.By);

        // The version that was read before the correction changes nothing any more.
        var late = await Service.WithdrawAsync(added.Record.Id, "nhầm", added.Version, await CommunicatorAsync(), Cancellation);
        Assert.Equal(["ChangedMeanwhile"], late.Problems.Select(problem => problem.Code));

        (await Service.WithdrawAsync(added.Record.Id, "không có cuộc họp", corrected.Version, await CommunicatorAsync(), Cancellation))
            .AssertValid();
        Assert.Empty(await DayAsync(day.AddDays(-1)));
        Assert.Equal([added.Record.Id], await ListedAsync(new(new("bung-lao"), null, day.AddDays(-1), day)));
        Assert.Equal(2, await Store.ChangesAsync(added.Record.Id, Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_told_corrected_and_taken_back_is_in_the_record_with_who_and_why()
    {
        DateOnly day = new(2026, 10, 20);
        var added = (await AddAsync(MeetingText.Meeting("bung-lao", day))).AssertValid();
        var corrected = (await Service.CorrectAsync(
            added.Record.Id,
            MeetingText.Input(MeetingText.Meeting("bung-lao", day, 54), "đếm lại"),
            added.Version,
            await CommunicatorAsync(),
            Cancellation)).AssertValid();
        (await Service.WithdrawAsync(added.Record.Id, "nhầm xã", corrected.Version, await CommunicatorAsync(), Cancellation)).AssertValid();

        var lines = await RecordOfAsync(added.Record.Id);
        Assert.Equal(
            [("meeting-told", null), ("meeting-corrected", "đếm lại"), ("meeting-withdrawn", "nhầm xã")],
            lines.OrderBy(line => line.At).Select(line => (line.What, line.Detail)));
        Assert.All(lines, line => Assert.Equal("bung-lao-1", line.Who));
    }

    [Fact]
    public async Task A_line_of_the_record_is_not_lost_where_the_program_stops_after_the_act_and_stands_there_once()
    {
        ToldRecord told = new()
        {
            Id = new("bung-lao.20261021.0123456789ab"),
            Told = MeetingText.Meeting("bung-lao", new(2026, 10, 21)),
            By = new("bung-lao-1"),
            At = rooms.Time.GetUtcNow(),
        };
        var line = MeetingDecisions.LineOf(told);
        Assert.NotNull(await Store.TryWriteAsync([new(null, told) { Line = line }], Cancellation));
        Assert.Empty(await RecordOfAsync(told.Id));

        await Store.NoteLeftAsync(Cancellation);
        Assert.Equal([line], await RecordOfAsync(told.Id));
        Assert.False(await rooms.Store.Meetings
            .StartingWithAsync(KeysOfMeetings.Told, KeysOfMeetings.ToRecords, StorageJson.Default.HistoryEntry, Cancellation)
            .AnyAsync(Cancellation));

        // It was written by one copy of the program, and chained, before another one saw that it was left.
        await Store.NoteAsync(line, Cancellation);
        Assert.Equal([line], await RecordOfAsync(told.Id));
    }

    [Fact]
    public async Task The_same_meeting_told_twice_is_asked_about_and_another_one_is_taken_when_a_person_says_so()
    {
        DateOnly day = new(2026, 9, 1);
        (await AddAsync(MeetingText.Meeting("bung-lao", day))).AssertValid();

        var twice = await AddAsync(MeetingText.Meeting("bung-lao", day, 50, " BẢN búng"));
        Assert.Equal(["MeetingTwice"], twice.Problems.Select(problem => problem.Code));
        var another = await Service.AddAsync(
            MeetingText.Input(MeetingText.Meeting("bung-lao", day, 50)) with { IsAnother = true }, await CommunicatorAsync(), Cancellation);
        Assert.EndsWith(".2", another.AssertValid().Record.Id.Value, StringComparison.Ordinal);
        Assert.Equal([("bung-lao", 2, 95L)], await DayAsync(day));
    }

    [Fact]
    public async Task Many_who_tell_of_the_same_day_at_once_lose_nothing_and_count_nothing_twice()
    {
        DateOnly day = new(2026, 8, 1);
        var told = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            AddAsync(MeetingText.Meeting("bung-lao", day, 10, $"bản số {number % 5}"))));

        Assert.Equal(5, told.Count(one => one.IsValid));
        Assert.Equal([("bung-lao", 5, 50L)], await DayAsync(day));
    }

    [Fact]
    public async Task The_sums_cost_the_same_however_much_is_told_and_a_rebuild_finds_them_right_and_mends_them_where_they_are_not()
    {
        DateOnly day = new(2026, 7, 1);
        for (var number = 0; number < 4; number++)
        {
            (await AddAsync(MeetingText.Meeting("bung-lao", day, 10, $"bản số {number}"))).AssertValid();
        }

        var (summary, transactions) = await CountedTransactions.OfAsync(
            () => rooms.Get<MeetingSummaryReader>().ReadAsync(MeetingPeriod.All, Cancellation));
        Assert.InRange(transactions, 1, 3);
        Assert.True(summary.Of(MeetingMode.InPerson).Meetings >= 4);

        // Other tests of this class tell at the same time in no other class: what stands is right.
        Assert.Equal(0, await Store.RebuildAsync(Cancellation));
        var broken = (await rooms.Store.Meetings
            .GetEntityAsync<TableEntity>(KeysOfMeetings.Told, KeysOfMeetings.ToldDay(day), cancellationToken: Cancellation)).Value;
        broken["Json"] = broken.GetString("Json").Replace("40", "4000", StringComparison.Ordinal);
        await rooms.Store.Meetings.UpdateEntityAsync(broken, ETag.All, TableUpdateMode.Replace, Cancellation);
        Assert.Equal([("bung-lao", 4, 4000L)], await DayAsync(day));
        Assert.Equal(1, await Store.RebuildAsync(Cancellation));
        Assert.Equal([("bung-lao", 4, 40L)], await DayAsync(day));
    }

    [Fact]
    public async Task A_sheet_is_taken_as_a_whole_and_doubles_nothing_when_it_comes_again()
    {
        const string Head = "xã,loại,ngày,giờ,nơi họp,số người dự,ý kiến trực tiếp\n";
        var rows = string.Concat(
            Enumerable.Range(1, 40).Select(number => $"Búng Lao,họp bản,{(number % 28) + 1}/6/2026,7:30,bản số {number},10,\n"));
        var sheet = (Head + rows + "Nà Bủng,ý kiến,5/6/2026,,,,7\n").Utf8();
        var wrong = (Head + rows + "Nà Bủng,họp bản,5/6/2026,,,7,\n").Utf8();
        var import = rooms.Get<MeetingImport>();
        var staff = await rooms.PersonAsync("can-bo");

        var refused = await import.TakeAsync("thang-6.csv", wrong, staff, Cancellation);
        Assert.Equal(["MeetingPlaceMissing:42"], refused.Problems.AtLines());
        Assert.Empty(await ListedAsync(new(null, null, new(2026, 6, 1), new(2026, 6, 30))));

        Assert.Equal(41, (await import.ReadAsync("thang-6.csv", sheet, staff, Cancellation)).New);
        Assert.Empty(await ListedAsync(new(null, null, new(2026, 6, 1), new(2026, 6, 30))));
        Assert.Equal(41, (await import.TakeAsync("thang-6.csv", sheet, staff, Cancellation)).AssertValid().New);
        Assert.Equal(41, (await ListedAsync(new(null, null, new(2026, 6, 1), new(2026, 6, 30)))).Count);

        var again = (await import.TakeAsync("thang-6.csv", sheet, staff, Cancellation)).AssertValid();
        Assert.Equal((0, 41), (again.New, again.There));
        Assert.Equal(400, await AttendanceAsync(new(2026, 6, 1), new(2026, 6, 30)));

        // Other figures of what is there already are for a person to settle.
        var otherwise = await import.TakeAsync(
            "thang-6.csv", (Head + "Búng Lao,họp bản,2/6/2026,7:30,bản số 1,11,\n").Utf8(), staff, Cancellation);
        Assert.Equal(["SheetToldOtherwise:2"], otherwise.Problems.AtLines());
    }

    [Fact]
    public async Task What_was_corrected_or_taken_back_since_stays_so_when_the_sheet_comes_again()
    {
        var sheet = "xã,loại,ngày,nơi họp,số người dự\nBúng Lao,họp bản,1/5/2026,bản A,10\nBúng Lao,họp bản,1/5/2026,bản B,20\n".Utf8();
        var staff = await rooms.PersonAsync("can-bo");
        var import = rooms.Get<MeetingImport>();
        (await import.TakeAsync("thang-5.csv", sheet, staff, Cancellation)).AssertValid();
        var ids = await ListedAsync(new(null, null, new(2026, 5, 1), new(2026, 5, 1)));
        (await Service.WithdrawAsync(ids[0], "nhầm", ETag.All, staff, Cancellation)).AssertValid();
        var other = (await Store.FindAsync(ids[1], Cancellation))!.Value.Told;
        var right = other with { Meeting = other.Meeting! with { Place = "bản C", Attendance = 33 } };
        (await Service.CorrectAsync(ids[1], MeetingText.Input(right, "nhầm"), ETag.All, staff, Cancellation)).AssertValid();

        var again = (await import.TakeAsync("thang-5.csv", sheet, staff, Cancellation)).AssertValid();

        Assert.Equal((0, 2), (again.New, again.There));
        Assert.Equal(33, await AttendanceAsync(new(2026, 5, 1), new(2026, 5, 1)));
    }

    [Fact]
    public async Task A_sheet_that_was_agreed_to_is_taken_even_if_the_program_stops_before()
    {
        var told = MeetingText.Meeting("bung-lao", new(2026, 4, 1), 10);
        var agreed = new AgreedSheet(
            "agreed", new("can-bo"), rooms.Time.GetUtcNow(), [told, MeetingText.Opinions("na-bung", new(2026, 4, 1))]);
        await new Transaction(Keys.Editorial)
            .Put(KeysOfMeetings.MeetingSheet(agreed.Id), agreed, MeetingsJson.Default.AgreedSheet)
            .CommitAsync(rooms.Store.Editorial, Cancellation);

        await rooms.Get<MeetingImport>().TakeAgreedAsync(Cancellation);
        await rooms.Get<MeetingImport>().TakeAgreedAsync(Cancellation);

        Assert.Equal([("bung-lao", 1, 10L), ("na-bung", 0, 0L)], await DayAsync(new(2026, 4, 1)));
    }

    [Fact]
    public async Task Nobody_tells_of_another_commune_of_an_item_that_there_is_not_or_of_a_day_to_come()
    {
        var stranger = await rooms.PersonAsync("na-bung-1");
        var told = MeetingText.Meeting("bung-lao", new(2026, 3, 1));

        Assert.Equal(["NotYourCommune"], Codes(await Service.AddAsync(MeetingText.Input(told), stranger, Cancellation)));
        Assert.Equal(["UnknownItem"], Codes(await AddAsync(told.With(new Dissemination.Content.ItemId("khong-co")))));
        Assert.Equal(["MeetingInFuture"], Codes(await AddAsync(told with { Day = new(2026, 12, 31) })));
        Assert.Empty(await DayAsync(new(2026, 3, 1)));
    }

    /// <summary>What the chain has of it, once all that waits is chained.</summary>
    private async Task<List<HistoryEntry>> RecordOfAsync(ToldId id)
    {
        await rooms.Get<RecordChainer>().ChainAsync(Cancellation);
        return await rooms.Get<RecordReader>()
            .AllAsync(new(new(2026, 1, 1), new(2026, 12, 31)) { Subject = $"meetings_{id}" }, Cancellation)
            .Select(line => line.FindEntry()!)
            .ToListAsync(Cancellation);
    }

    private async Task<Parsed<VersionedTold>> AddAsync(Told told) =>
        await Service.AddAsync(MeetingText.Input(told), await CommunicatorAsync(), Cancellation);

    private Task<Person> CommunicatorAsync() => rooms.PersonAsync("bung-lao-1");

    private async Task<IReadOnlyList<ToldId>> ListedAsync(ToldQuery query)
    {
        var directory = await rooms.Get<DirectoryStore>().CurrentAsync(Cancellation);
        List<ToldId> ids = [];
        string? next = null;
        do
        {
            var page = await Store.PageAsync(query, directory, next, size: 15, Cancellation);
            ids.AddRange(page.Rows.Select(row => row.Value.Id));
            next = page.Next;
        }
        while (next is not null);
        return ids;
    }

    private async Task<List<(string Commune, int Meetings, long Attendance)>> DayAsync(DateOnly day) =>
    [
        .. (await Store.DaysAsync(day, day, Cancellation))
            .SelectMany(one => one.Communes)
            .Select(tally => (tally.Commune.Value, tally.Kinds.Sum(kind => kind.Meetings), tally.Kinds.Sum(kind => kind.Attendance))),
    ];

    private async Task<long?> AttendanceAsync(DateOnly from, DateOnly to) =>
        (await rooms.Get<MeetingSummaryReader>().ReadAsync(new(from, to), Cancellation)).Of(MeetingMode.InPerson).Attendance;

    private static IEnumerable<string> Codes(Parsed<VersionedTold> told) => told.Problems.Select(problem => problem.Code);
}
