using Dissemination.Directory;
using Dissemination.Intake.Documents;
using Dissemination.Reach.Meetings;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Reach.Meetings;

public sealed class MeetingSummaryTests
{
    /// <summary>Bản Phủ became part of Búng Lao.</summary>
    private static readonly DirectorySnapshot Directory = DirectoryText.Read(
        communes: $"{DirectoryText.CommunesHeader},mergedInto\nbung-lao,Búng Lao,commune,blt-Tavt,automatic,\n"
            + "ban-phu,Bản Phủ,commune,,automatic,bung-lao\nmuong-thanh,Mường Thanh,ward,,confirm,\nna-bung,Nà Bủng,commune,,automatic,\n",
        destinations: $"{DirectoryText.DestinationsHeader}\nbung-lao,web,website,Trang tin,,,\n",
        people: $"{DirectoryText.PeopleHeader}\ncan-bo,Cán bộ,staff,,\n").AssertValid();

    [Fact]
    public void A_merged_commune_stands_below_its_successor_and_its_telling_counts_once_for_it()
    {
        var summary = Of(MeetingText.Meeting("ban-phu", attendance: 30), MeetingText.Meeting("muong-thanh", attendance: null));

        Assert.Equal(
            ["na-bung silent", "bung-lao", "ban-phu in bung-lao", "muong-thanh"],
            summary.Lines.Select(line =>
                $"{line.Commune.Id}{(line.PartOf is { } other ? $" in {other.Id}" : "")}{(line.IsSilent ? " silent" : "")}"));
        Assert.Equal((3, 2, 1), (summary.Reported.Communes, summary.Reported.Meetings, summary.Reported.AttendanceInPerson));
        Assert.Equal(new(2, 1, 30), summary.Of(MeetingMode.InPerson));
        Assert.Equal(MeetingText.Day, summary.Lines.Single(line => line.Commune.Id.Value == "ban-phu").Latest);
    }

    [Fact]
    public void A_commune_that_the_directory_gave_up_has_a_line_of_its_own_and_the_lines_come_to_the_sums()
    {
        var without = new DirectorySnapshot(
            [.. Directory.Communes.Where(commune => commune.Id.Value != "muong-thanh")], Directory.Destinations, Directory.People)
            .After(Directory, default);

        var summary = In(without, MeetingText.Meeting("muong-thanh", attendance: 30), MeetingText.Meeting("bung-lao", attendance: 12));

        var last = summary.Lines[^1];
        Assert.Equal(("Mường Thanh", true, false), (last.Commune.Name, last.Commune.IsGone, last.IsSilent));
        Assert.Equal(
            summary.Of(MeetingMode.InPerson).Attendance, summary.Lines.Sum(line => line.Tally.Of(MeetingMode.InPerson).Attendance));
        Assert.Equal((3, 2), (summary.Reported.Communes, summary.Reported.Any));
        Assert.Contains(
            CommuneLabels.NameOf(last.Commune),
            System.Text.Encoding.UTF8.GetString(MeetingSummaryFiles.Csv(summary)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_told_anything_all_communes_are_silent_and_no_figure_is_zero()
    {
        var summary = Of();

        Assert.All(summary.Lines, line => Assert.True(line.IsSilent));
        Assert.Equal(3, summary.Lines.Length);
        Assert.Null(summary.Of(MeetingMode.InPerson).Attendance);
        Assert.Null(summary.Opinions.ToldOnline);
    }

    [Fact]
    public void Files_say_of_what_nobody_told_that_it_was_not_told_and_numbers_are_numbers()
    {
        var summary = Of(MeetingText.Meeting("bung-lao", attendance: 1_240), MeetingText.Opinions("bung-lao", inPerson: 12));
        var csv = System.Text.Encoding.UTF8.GetString(MeetingSummaryFiles.Csv(summary));

        Assert.StartsWith("\uFEFF", csv, StringComparison.Ordinal);
        Assert.Contains("1240", csv, StringComparison.Ordinal);
        Assert.Contains(Texts.NotTold, csv, StringComparison.Ordinal);
        Assert.Contains(Texts.MeetingSilent, csv, StringComparison.Ordinal);

        var back = WorkbookReader.Read(new("tong-hop.xlsx", MeetingSummaryFiles.Excel(summary))).AssertValid();
        var totals = string.Join('\n', back.Rows.Select(row => string.Join('|', row)));
        Assert.Contains("|1.240|1|3", totals, StringComparison.Ordinal);
        Assert.Contains(Texts.NotTold, totals, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_tell_no_number_of_a_commune_that_told_nothing()
    {
        var csv = System.Text.Encoding.UTF8.GetString(MeetingSummaryFiles.Csv(Of(MeetingText.Meeting("bung-lao", attendance: 30))));
        var silent = csv.Split("\r\n").Where(line => line.Contains(Texts.MeetingSilent, StringComparison.Ordinal)).ToList();

        Assert.Equal(2, silent.Count);
        Assert.All(silent, line => Assert.DoesNotContain("0", line.Split(',')));
    }

    private static MeetingSummary Of(params Told[] told) => In(Directory, told);

    private static MeetingSummary In(DirectorySnapshot directory, params Told[] told) => MeetingSummary.Of(
        [
            .. ToldSums.Of(told.Select(one => new ToldRecord { Id = ToldId.Of(one), Told = one, By = new("can-bo"), At = default })).Days.Values,
        ],
        directory,
        MeetingPeriod.All,
        default);
}
