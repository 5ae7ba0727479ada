using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Directory;

namespace Dissemination.Reports.Periods;

/// <summary>The tables of a report: a pure function of two records of figures.</summary>
/// <param name="before">What is compared with; null where there was no report before.</param>
internal sealed class PeriodTables(PeriodFigures now, PeriodFigures? before)
{
    /// <summary>How many columns at the end of each table compare it with the report before.</summary>
    public const int Comparing = 2;

    private static readonly (Func<string> Name, Func<PeriodTotals, long?> Of, Func<string> Unknown)[] Figures =
    [
        (() => Texts.CampaignItems, totals => totals.Items, None),
        (() => Texts.CampaignExpected, totals => totals.Expected, None),
        (() => Texts.CampaignDone, totals => totals.Done, None),
        (() => Texts.CampaignOnTime, totals => totals.OnTime, None),
        (() => Texts.CampaignLate, totals => totals.Late, None),
        (() => Texts.PeriodCommunesOwing, totals => totals.CommunesOwing, None),
        (() => Texts.PeriodCommunesDone, totals => totals.CommunesDone, None),
        (() => Texts.CampaignMeasuredCommunes, totals => totals.CommunesMeasured, None),
        (() => Texts.PeriodTopicsCarried, totals => totals.TopicsCarried, None),
        (() => Texts.ReportLinkOpens, totals => totals.Opens, () => Texts.NotMeasured),
        (() => Texts.MeetingsInPerson, totals => totals.MeetingsInPerson, None),
        (() => Texts.MeetingAttendanceInPerson, totals => totals.AttendanceInPerson, () => Texts.NotTold),
        (() => Texts.MeetingsOnline, totals => totals.MeetingsOnline, None),
        (() => Texts.MeetingAttendanceOnline, totals => totals.AttendanceOnline, () => Texts.NotTold),
        (() => Texts.OpinionsInPerson, totals => totals.OpinionsInPerson, () => Texts.NotTold),
        (() => Texts.OpinionsOnline, totals => totals.OpinionsOnline, () => Texts.NotTold),
    ];

    public ImmutableArray<PeriodTable> All =>
    [
        Totals,
        Lines("communes", Texts.MeetingsByCommune, Texts.ReportCommune, figures => figures.Communes, CommuneOf),
        Lines("languages", Texts.PeriodByLanguage, Texts.ReportLanguage, figures => figures.Languages, LanguageOf),
        Topics,
        Channels,
    ];

    private string Measured => TextFormat.Fill(Texts.PeriodMeasured, now.Totals.CommunesMeasured, now.Totals.CommunesOwing);

    private PeriodTable Totals => new(
        "totals",
        Texts.PeriodTotals,
        TextFormat.Fill(Texts.PeriodTotalsCaption, now.Totals.CommunesMeasured, now.Totals.CommunesTold, now.Totals.Communes),
        [Texts.MeetingFigure, Texts.PeriodThis, Texts.PeriodLast, Texts.PeriodChange],
        [
            .. Figures.Select(figure => (ImmutableArray<object>)
            [
                figure.Name(),
                Figure(figure.Of(now.Totals), figure.Unknown),
                before is null ? None() : Figure(figure.Of(before.Totals), figure.Unknown),
                Change(figure.Of(now.Totals), before is null ? null : figure.Of(before.Totals)),
            ]),
        ]);

    private PeriodTable Topics => new(
        "topics",
        Texts.CampaignTopicsTitle,
        TextFormat.Fill(Texts.PeriodTopicsCaption, now.Totals.TopicsCarried, now.Totals.Topics),
        [
            Texts.CampaignTopic, Texts.CampaignTopicKind, Texts.CampaignCommunes, Texts.CampaignItems, Texts.PeriodLastItems,
            Texts.PeriodChange,
        ],
        [
            .. now.Topics.Select(topic => (ImmutableArray<object>)
            [
                topic.Text,
                Labels.Of(topic.Kind),
                (long)topic.Communes,
                .. Compared(topic.Items, before?.Topics.FirstOrDefault(one => one.Code == topic.Code)?.Items),
            ]),
        ]);

    private PeriodTable Channels => new(
        "channels",
        Texts.CampaignReachTitle,
        $"{Measured} {Texts.PeriodNeverReach}",
        [
            Texts.CampaignChannel, Texts.CampaignMeasuredPosts, Texts.CampaignMeasuredCommunes, Texts.ReportLinkOpens, Texts.CampaignPosts,
            Texts.PeriodLastPosts, Texts.PeriodChange,
        ],
        [
            .. now.Channels.Select(channel => (ImmutableArray<object>)
            [
                Labels.Of(channel.Channel),
                (long)channel.Measured,
                TextFormat.Fill(Texts.CampaignOutOf, LocalTime.Number(channel.CommunesMeasured), LocalTime.Number(channel.Communes)),
                Figure(channel.Opens, () => Texts.NotMeasured),
                .. Compared(channel.Posts, before?.Channels.FirstOrDefault(one => one.Channel == channel.Channel)?.Posts),
            ]),
        ]);

    private PeriodTable Lines(
        string name, string title, string head, Func<PeriodFigures, ImmutableArray<PeriodLine>> of, Func<PeriodLine, string> nameOf) => new(
        name,
        title,
        Measured,
        [head, Texts.CampaignExpected, Texts.CampaignOnTime, Texts.CampaignDone, Texts.PeriodLastDone, Texts.PeriodChange],
        [
            .. of(now).Select(line => (ImmutableArray<object>)
            [
                nameOf(line),
                (long)line.Expected,
                (long)line.OnTime,
                .. Compared(line.Done, before is null ? null : of(before).FirstOrDefault(one => one.Key == line.Key)?.Done),
            ]),
        ]);

    /// <summary>A figure, the one of the report before and the difference.</summary>
    private static ImmutableArray<object> Compared(long figure, long? earlier) =>
        [figure, earlier is { } there ? there : None(), Change(figure, earlier)];

    /// <summary>What was not measured then or is not now cannot have changed.</summary>
    private static object Change(long? figure, long? earlier) => figure - earlier is { } change ? change : None();

    private static object Figure(long? figure, Func<string> unknown) => figure is { } known ? known : unknown();

    private static string None() => Texts.PeriodNone;

    private static string CommuneOf(PeriodLine line) => line.IsGone ? TextFormat.Fill(Texts.CommuneGone, line.Name) : line.Name;

    private static string LanguageOf(PeriodLine line) =>
        Languages.NameOf(new LanguageTag(line.Key), CultureInfo.CurrentUICulture);
}
