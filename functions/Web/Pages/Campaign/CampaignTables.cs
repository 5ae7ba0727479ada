using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>The tables of the campaign, each once for its page and its file.</summary>
internal sealed class CampaignTables(CampaignReport report, CampaignInput input, CampaignQuery query)
{
    /// <summary>The names of all tables, in the order of the page.</summary>
    public static ImmutableArray<string> Names { get; } = ["board", "owed", "topics", "times", "days", "reach", "failures"];

    private readonly Dictionary<string, CampaignTable> _made = new(StringComparer.Ordinal);

    public IEnumerable<CampaignTable> All => Names.Select(Find);

    /// <summary>A table, made once however often it is asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such table.</exception>
    public CampaignTable Find(string name)
    {
        if (!_made.TryGetValue(name, out var table))
        {
            _made[name] = table = Make(name);
        }

        return table;
    }

    private CampaignTable Make(string name) => name switch
    {
        "board" => Board,
        "owed" => Owed,
        "topics" => Topics,
        "times" => Times,
        "days" => Days,
        "reach" => Reach,
        "failures" => Failures,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such table."),
    };

    /// <summary>Communes by languages, the worst first.</summary>
    private CampaignTable Board => new(
        "board",
        Texts.CampaignBoardTitle,
        TextFormat.Fill(Texts.CampaignMeasured, report.CommunesMeasured, report.CommunesOwing),
        [
            new(Texts.ReportCommune),
            .. report.Languages.Select(language => new CampaignColumn(PageLabels.Of(language))),
            new(Texts.CampaignExpected, IsNumber: true),
            new(Texts.CampaignDone, IsNumber: true),
            new(Texts.CampaignOnTime, IsNumber: true),
            CampaignColumn.OfWait(),
        ],
        [
            .. report.Board.Select(row => (ImmutableArray<CampaignValue>)
            [
                new(NameOf(row), Href: query.OnCommune(row.Commune.Id, null)),
                .. report.Languages.Select(language => Cell(row, language)),
                CampaignValue.Of(row.Expected),
                CampaignValue.Of(row.Done),
                CampaignValue.Of(row.OnTime),
                row.Since is { } since ? Since(since) : new(""),
            ]),
        ])
    {
        Answer = TextFormat.Fill(
            Texts.CampaignBoardShort, report.ByStage.GetValueOrDefault(CampaignStage.Done), report.CommunesOwing),
    };

    /// <summary>Who owes what.</summary>
    private CampaignTable Owed => new(
        "owed",
        Texts.CampaignOwedTitle,
        TextFormat.Fill(
            Texts.CampaignOwedCaption,
            LocalTime.Number(report.Owed.Sum(row => row.Items)),
            LocalTime.Number(report.Owed.Sum(row => row.Late))),
        [
            new(Texts.ReportCommune),
            new(Texts.ReportLanguage),
            new(Texts.CampaignStage),
            new(Texts.CampaignWaitsOn),
            new(Texts.CampaignItems, IsNumber: true),
            new(Texts.CampaignLate, IsNumber: true),
            CampaignColumn.OfWait(),
        ],
        [
            .. report.Owed.Select(row => (ImmutableArray<CampaignValue>)
            [
                new(PageLabels.Of(row.Commune), Href: query.OnCommune(row.Commune.Id, row.Language)),
                new(PageLabels.Of(row.Language)),
                new(Reason(row.Stage, CampaignLabels.Of(row.Reason, input.Directory)), Tone: CampaignLabels.ToneOf(row.Stage)),
                new(CampaignLabels.Of(row.On, row.Person, row.Commune, row.Language, input.Directory)),
                CampaignValue.Of(row.Items),
                CampaignValue.Of(row.Late),
                Since(row.Since),
            ]),
        ])
    {
        Answer = TextFormat.Fill(
            Texts.CampaignOwedShort,
            LocalTime.Number(report.Owed.Sum(row => row.Items)),
            LocalTime.Number(report.Owed.Sum(row => row.Late))),
    };

    /// <summary>Targets, tasks and breakthroughs; what was never spoken of first.</summary>
    private CampaignTable Topics => new(
        "topics",
        Texts.CampaignTopicsTitle,
        TextFormat.Fill(
            Texts.CampaignTopicsCaption,
            report.Topics.Count(row => row.Items == 0),
            report.Topics.Length,
            input.Resolutions.Sum(one => one.DeclaredTargets + one.DeclaredTasks + one.DeclaredBreakthroughs)),
        [
            new(Texts.CampaignTopic),
            new(Texts.CampaignTopicKind),
            new(Texts.CampaignItems, IsNumber: true),
            new(Texts.CampaignCommunes, IsNumber: true),
            new(Texts.CampaignLanguages),
        ],
        [
            .. report.Topics.Select(row => (ImmutableArray<CampaignValue>)
            [
                new(
                    row.Topic.Figure is { } figure ? $"{row.Topic.Text}: {figure}" : row.Topic.Text,
                    Href: (query with { Filter = query.Filter with { Topic = row.Topic.Code } }).On("/campaign")),
                new(Labels.Of(row.Topic.Kind)),
                CampaignValue.Of(row.Items),
                CampaignValue.Of(row.Communes),
                row.Items == 0
                    ? new(Texts.CampaignNeverSpoken, Tone: "bad")
                    : new(string.Join(" · ", row.Languages.Select(PageLabels.Of))),
            ]),
        ])
    {
        Answer = TextFormat.Fill(
            Texts.CampaignTopicsShort, report.Topics.Count(row => row.Items == 0), report.Topics.Length),
    };

    /// <summary>From the approval to the posts.</summary>
    private CampaignTable Times => new(
        "times",
        Texts.CampaignTimesTitle,
        TextFormat.Fill(
            Texts.CampaignTimesCaption,
            CampaignLabels.Span(input.OnTime.Original),
            CampaignLabels.Span(input.OnTime.Translated)),
        [
            new(Texts.ReportLanguage),
            new(Texts.CampaignFirstPosts, IsNumber: true),
            CampaignColumn.OfTime(Texts.CampaignMedian),
            CampaignColumn.OfTime(Texts.CampaignSlowest),
            new(Texts.CampaignSlowestWhere),
        ],
        [
            .. report.Times.Select(row => (ImmutableArray<CampaignValue>)
            [
                new(row.Language is { } language ? PageLabels.Of(language) : Texts.CampaignAnyLanguage),
                CampaignValue.Of(row.Posts),
                CampaignValue.Of(row.Median),
                CampaignValue.Of(row.Slowest),
                new(
                    $"{row.SlowestItem.Headline} ({PageLabels.Of(row.Where)})",
                    Href: $"/items/{row.SlowestItem.Item}"),
            ]),
        ])
    {
        Answer = report.Times.IsEmpty ? null : TextFormat.Fill(Texts.CampaignTimesShort, CampaignLabels.Span(report.Times[0].Median)),
    };

    /// <summary>Posts and opens by day, the newest first: what is behind the chart.</summary>
    private CampaignTable Days => new(
        "days",
        Texts.CampaignDaysTitle,
        $"{Texts.CampaignDaysCaption} {TextFormat.Fill(Texts.PeriodMeasured, report.CommunesMeasured, report.CommunesOwing)}",
        [new(Texts.CampaignDay), new(Texts.CampaignPosts, IsNumber: true), new(Texts.ReportLinkOpens, IsNumber: true)],
        [
            .. report.Days.Reverse().Select(row => (ImmutableArray<CampaignValue>)
                [CampaignValue.Of(row.Day), CampaignValue.Of(row.Posts), CampaignValue.Measured(row.Opens)]),
        ])
    {
        Answer = TextFormat.Fill(Texts.CampaignPostsShort, LocalTime.Number(report.Days.Sum(day => day.Posts))),
    };

    /// <summary>How far posts reached, channel by channel.</summary>
    private CampaignTable Reach => new(
        "reach",
        Texts.CampaignReachTitle,
        TextFormat.Fill(Texts.CampaignReachCaption, report.CommunesMeasured, report.CommunesOwing),
        [
            new(Texts.CampaignChannel),
            new(Texts.CampaignPosts, IsNumber: true),
            new(Texts.CampaignMeasuredPosts, IsNumber: true),
            new(Texts.CampaignMeasuredCommunes),
            new(Texts.CampaignMedianAudience, IsNumber: true),
            new(Texts.CampaignToldByChannel, IsNumber: true),
            new(Texts.CampaignMedianReach, IsNumber: true),
            new(Texts.ReportViews, IsNumber: true),
            new(Texts.CampaignReactions, IsNumber: true),
            new(Texts.CampaignComments, IsNumber: true),
            new(Texts.CampaignShares, IsNumber: true),
            new(Texts.ReportLinkOpens, IsNumber: true),
            new(Texts.CampaignMeasuredAt),
        ],
        [
            .. report.Reach.Select(row => (ImmutableArray<CampaignValue>)
            [
                new(Labels.Of(row.Channel)),
                CampaignValue.Of(row.Posts),
                CampaignValue.Of(row.Measured),
                new(TextFormat.Fill(
                    Texts.CampaignOutOf, LocalTime.Number(row.CommunesMeasured), LocalTime.Number(row.Communes))),
                CampaignValue.Measured(row.MedianAudience),
                CampaignValue.Of(row.ToldByChannel),
                CampaignValue.Measured(row.MedianReach),
                CampaignValue.Measured(row.Views),
                CampaignValue.Measured(row.Reactions),
                CampaignValue.Measured(row.Comments),
                CampaignValue.Measured(row.Shares),
                CampaignValue.Measured(row.Opens),
                row.MeasuredAt is { } at ? CampaignValue.Of(at) : new(Texts.NotMeasured),
            ]),
        ])
    {
        Answer = TextFormat.Fill(Texts.CampaignMeasuredShort, report.CommunesMeasured, report.CommunesOwing),
    };

    /// <summary>What failed, by reason.</summary>
    private CampaignTable Failures => new(
        "failures",
        Texts.CampaignFailuresTitle,
        Texts.CampaignFailuresCaption,
        [
            new(Texts.CampaignWhy), new(Texts.CampaignChannel), new(Texts.CampaignPosts, IsNumber: true), new(Texts.CampaignWhatHelps),
        ],
        [
            .. report.Failures.Select(row => (ImmutableArray<CampaignValue>)
            [
                new(CampaignLabels.WhyOf(row.Failure, row.Reason, row.Count, input.Directory)),
                new(Labels.Of(row.Channel)),
                CampaignValue.Of(row.Count),
                new(PageLabels.HelpFor(row.Failure)),
            ]),
        ])
    {
        Answer = TextFormat.Fill(Texts.CampaignPostsShort, LocalTime.Number(report.Failures.Sum(row => row.Count))),
    };

    /// <summary>The name of a commune on the board; a part says of what.</summary>
    private static string NameOf(BoardRow row) => row.IsPart ? $"↳ {PageLabels.Of(row.Commune)}" : PageLabels.Of(row.Commune);

    private static string Reason(CampaignStage stage, string reason) =>
        reason.Length == 0 ? Labels.Of(stage) : $"{Labels.Of(stage)}: {reason}";

    private CampaignValue Cell(BoardRow row, LanguageTag language)
    {
        if (row.Find(language) is not { } cell)
        {
            return new("–");
        }

        var text = cell.Stage is CampaignStage.Done or CampaignStage.Nearly
            ? Labels.Of(cell.Stage)
            : TextFormat.Fill(Texts.CampaignCell, Labels.Of(cell.Stage), LocalTime.Number(cell.InStage));
        var failed = cell.Failed > 0 && cell.Stage is not CampaignStage.Failed
            ? $" · {TextFormat.Fill(Texts.CampaignCell, Labels.Of(CampaignStage.Failed), LocalTime.Number(cell.Failed))}"
            : "";
        return new(
            $"{text} · {LocalTime.Number(cell.ItemsDone)}/{LocalTime.Number(cell.Items)}{failed}",
            Href: query.OnCommune(row.Commune.Id, language),
            Tone: CampaignLabels.ToneOf(cell.Stage));
    }

    private CampaignValue Since(DateTimeOffset since) => CampaignLabels.Since(since, input.Now);
}
