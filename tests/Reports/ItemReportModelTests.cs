using Dissemination.Directory;
using Dissemination.Reports;

namespace Dissemination.Tests.Reports;

/// <summary>A line of an item's report as a phone tells it.</summary>
public sealed class ItemReportModelTests
{
    private static readonly ReportLine Line = new(
        new(new("bung-lao"), "Búng Lao", CommuneKind.Commune, [], ReleasePolicy.Automatic),
        LanguageTag.Vietnamese,
        Translation: null,
        Deliveries: 3,
        Delivered: 2,
        HandTasksOpen: 1,
        Troubled: 0,
        ReportLineStatus.PartlyDelivered,
        LinkOpens: 1_240,
        MedianAudience: null,
        Attendance: null,
        FirstDelivered: null,
        MeasuredAt: null);

    [Fact]
    public void What_was_not_measured_is_named_together_and_stands_beside_no_figure()
    {
        Assert.Equal(
            $"{Texts.ReportDelivered}: 2/3 · {Texts.ReportHandTasksOpen}: 1 · {Texts.ReportTroubled}: 0 · {Texts.ReportLinkOpens}: 1.240",
            ItemReportModel.KnownOf(Line));
        Assert.Equal(
            $"{Texts.ReportAudience}, {Texts.ReportReach}, {Texts.ReportViews}, {Texts.ReportAttendance}",
            ItemReportModel.NotMeasuredOf(Line));
    }

    [Fact]
    public void A_line_of_which_all_is_measured_has_nothing_to_say_of_that()
    {
        var line = Line with { MedianAudience = 900, Attendance = 0, Reach = [40], Views = 0 };

        Assert.Empty(ItemReportModel.NotMeasuredOf(line));
        Assert.Contains($"{Texts.ReportViews}: 0 · {Texts.ReportAttendance}: 0", ItemReportModel.KnownOf(line), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_nobody_told_of_any_line_is_no_column_and_is_named_once()
    {
        ItemReportModel page = new(new(null!, null!, [Line, Line with { LinkOpens = null, Attendance = 40 }], null!, default), "vi");

        Assert.Equal([Texts.ReportLinkOpens, Texts.ReportAttendance], page.Told.Select(figure => figure.Name));
        Assert.Equal($"{Texts.ReportAudience}, {Texts.ReportReach}, {Texts.ReportViews}", page.NeverMeasured);
    }

    [Fact]
    public void A_folded_commune_says_how_much_is_out_in_all_its_languages_and_only_what_went_wrong()
    {
        Assert.Equal($"{Texts.ReportDelivered}: 4/6", ItemReportModel.ShortOf([Line, Line]));
        Assert.Equal(
            $"{Texts.ReportDelivered}: 4/6 · {Texts.ReportTroubled}: 2", ItemReportModel.ShortOf([Line, Line with { Troubled = 2 }]));
    }
}
