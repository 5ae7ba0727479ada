using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Tests.Directory;

namespace Dissemination.Tests.Reach.Meetings;

public sealed class MeetingDecisionsTests
{
    private static readonly DirectorySnapshot Directory = DirectoryText.Snapshot();

    [Fact]
    public void What_can_be_is_taken_with_a_counted_attendance_and_without()
    {
        Assert.Empty(Check(MeetingText.Meeting("bung-lao")));
        Assert.Empty(Check(MeetingText.Meeting("bung-lao", attendance: null)));
        Assert.Empty(Check(MeetingText.Meeting("bung-lao", attendance: 0)));
        Assert.Empty(Check(MeetingText.Opinions("bung-lao", inPerson: null, online: 33_587)));
    }

    [Theory]
    [InlineData(0, 10, 0, true)]
    [InlineData(0, 10, 1, false)]
    [InlineData(1, 7, 30, false)]
    [InlineData(-1, 23, 59, true)]
    public void What_is_still_to_come_is_refused_to_the_minute(int days, int hour, int minute, bool isTaken)
    {
        var told = MeetingText.Meeting("bung-lao", MeetingText.Day.AddDays(days));
        told = told with { Meeting = told.Meeting! with { Time = new(hour, minute) } };

        Assert.Equal(isTaken ? [] : ["MeetingInFuture (day)"], Codes(told));
    }

    [Fact]
    public void A_year_that_was_typed_wrong_is_refused()
    {
        Assert.Empty(Codes(MeetingText.Meeting("bung-lao", MeetingText.Day.AddYears(-2))));
        Assert.Equal(["MeetingTooOld (day)"], Codes(MeetingText.Meeting("bung-lao", MeetingText.Day.AddYears(-2).AddDays(-1))));
        Assert.Equal(["MeetingInFuture (day)"], Codes(MeetingText.Opinions("bung-lao", new(2062, 11, 3))));
    }

    [Theory]
    [InlineData("CellMeeting", 1_000)]
    [InlineData("VillageMeeting", 5_000)]
    [InlineData("Conference", 20_000)]
    [InlineData("Other", 20_000)]
    public void More_people_than_can_come_to_such_a_meeting_are_refused_with_place_and_reason(string kind, int most)
    {
        Meeting With(int attendance) => MeetingText.Meeting("bung-lao").Meeting! with
        {
            Kind = Enum.Parse<MeetingKind>(kind),
            Attendance = attendance,
        };

        Assert.Empty(Codes(MeetingText.Meeting("bung-lao") with { Meeting = With(most) }));
        Assert.Equal(["AttendanceTooHigh (attendance)"], Codes(MeetingText.Meeting("bung-lao") with { Meeting = With(most + 1) }));
        Assert.Equal(["AttendanceNegative (attendance)"], Codes(MeetingText.Meeting("bung-lao") with { Meeting = With(-1) }));
    }

    [Fact]
    public void A_meeting_needs_a_place_and_opinions_at_least_one_number()
    {
        Assert.Equal(["MeetingPlaceMissing (place)"], Codes(MeetingText.Meeting("bung-lao", place: " ")));
        Assert.Equal(["MeetingPlaceLong (place)"], Codes(MeetingText.Meeting("bung-lao", place: new('b', 201))));
        Assert.Equal(["OpinionsMissing (opinionsInPerson)"], Codes(MeetingText.Opinions("bung-lao", inPerson: null)));
        Assert.Equal(["OpinionsAbsurd (opinionsOnline)"], Codes(MeetingText.Opinions("bung-lao", online: 100_001)));
    }

    [Fact]
    public void Capitals_spaces_and_where_a_tone_mark_stands_do_not_make_another_meeting()
    {
        var told = MeetingText.Meeting("bung-lao", place: "Nhà văn hoá  bản Búng");

        Assert.Equal(
            MeetingDecisions.MarkOf(told),
            MeetingDecisions.MarkOf(MeetingText.Meeting("bung-lao", attendance: 7, place: " nhà văn hóa bản búng", languages: "blt-Tavt")));
        Assert.NotEqual(MeetingDecisions.MarkOf(told), MeetingDecisions.MarkOf(told with { Day = told.Day.AddDays(-1) }));
        Assert.NotEqual(
            MeetingDecisions.MarkOf(told), MeetingDecisions.MarkOf(told with { Meeting = told.Meeting! with { Time = new(19, 30) } }));
        Assert.NotEqual(
            MeetingDecisions.MarkOf(told),
            MeetingDecisions.MarkOf(told with { Meeting = told.Meeting! with { Kind = MeetingKind.Conference } }));
    }

    [Fact]
    public void Staff_tell_of_every_commune_communicators_of_the_own_and_nobody_else_tells()
    {
        static string? Code(string person, string commune) =>
            MeetingDecisions.MayTell(Directory.Find(new PersonId(person))!, new(commune), Directory)?.Code;

        Assert.Null(Code("can-bo", "muong-thanh"));
        Assert.Null(Code("bung-lao-1", "bung-lao"));
        Assert.Equal(nameof(ProblemTexts.NotYourCommune), Code("bung-lao-1", "muong-thanh"));
        Assert.Equal(nameof(ProblemTexts.NotYourRole), Code("lanh-dao-ban", "bung-lao"));
        Assert.Equal(nameof(ProblemTexts.UnknownCommune), Code("can-bo", "nowhere"));
    }

    [Fact]
    public void A_change_needs_a_reason_and_what_was_taken_back_stays_so()
    {
        var record = new ToldRecord
        {
            Id = ToldId.Of(MeetingText.Meeting("bung-lao")),
            Told = MeetingText.Meeting("bung-lao"),
            By = new("bung-lao-1"),
            At = default,
        };

        Assert.Null(MeetingDecisions.MayChange(record, "đếm lại"));
        Assert.Equal(nameof(ProblemTexts.ReasonMissing), MeetingDecisions.MayChange(record, " ")!.Code);
        Assert.Equal(
            nameof(ProblemTexts.MeetingWithdrawn), MeetingDecisions.MayChange(record with { IsWithdrawn = true }, "đếm lại")!.Code);
    }

    [Fact]
    public void Who_told_something_undoes_it_and_figures_that_were_added_are_asked_for_again()
    {
        var announced = MeetingText.Meeting("bung-lao", attendance: null);
        var record = new ToldRecord { Id = ToldId.Of(announced), Told = announced, By = new("bung-lao-1"), At = default };
        var undo = new ToldStep(new("bung-lao-1"), default, "nhầm");

        Assert.True(MeetingDecisions.Undo(record, was: null, undo).Value!.IsWithdrawn);
        Assert.Equal(
            nameof(ProblemTexts.NothingToUndo),
            MeetingDecisions.Undo(record, was: null, undo with { By = new("bung-lao-2") }).Problem?.Code);

        var closed = record with { Told = MeetingText.Meeting("bung-lao"), LastChange = undo with { Reason = "họp xong" } };
        Assert.False(MeetingDecisions.WaitsForFigures(closed));
        var undone = MeetingDecisions.Undo(closed, record, undo).Value!;
        Assert.True(MeetingDecisions.WaitsForFigures(undone));
        Assert.Equal(announced, undone.Told);
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), MeetingDecisions.WhyNotUndone(undone, undo.By)?.Code);

        // Its old place may be another's by now.
        var moved = closed with { Told = MeetingText.Meeting("bung-lao", place: "bản Nà Lao") };
        Assert.Equal(nameof(ProblemTexts.NothingToUndo), MeetingDecisions.Undo(moved, record, undo).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.MeetingWithdrawn), MeetingDecisions.WhyNotUndone(record with { IsWithdrawn = true }, undo.By)?.Code);
    }

    [Theory]
    [InlineData("45", 45)]
    [InlineData("1.240", 1_240)]
    [InlineData("44 675", 44_675)]
    [InlineData("1.24", null)]
    [InlineData("45,5", null)]
    [InlineData("-3", null)]
    [InlineData("chừng 40", null)]
    [InlineData("99999999999", null)]
    public void A_number_is_read_as_people_write_it_and_never_guessed(string written, int? count)
    {
        Assert.Equal(count is not null, ToldCount.TryParse(written, out var read));
        Assert.Equal(count ?? 0, read);
    }

    private static ImmutableArray<Problem> Check(Told told) => MeetingDecisions.Check(told, MeetingText.Now, MeetingText.PlaceOf);

    private static IEnumerable<string> Codes(Told told) => Check(told).Select(problem => $"{problem.Code} ({problem.Place!.Field})");
}
