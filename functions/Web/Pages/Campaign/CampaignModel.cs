using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Readers;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>The page of the campaign.</summary>
public sealed class CampaignModel : PageModel
{
    internal CampaignModel(PageFrame frame, CampaignInput input, CampaignQuery query)
        : base(frame)
    {
        (Input, Query, Report) = (input, query, CampaignFigures.Of(input));
        Tables = new(Report, input, query);
    }

    internal CampaignInput Input { get; }

    internal CampaignQuery Query { get; }

    internal CampaignReport Report { get; }

    internal CampaignTables Tables { get; }

    /// <summary>Meetings and opinions of the same days; null for who reads of an own commune alone.</summary>
    internal MeetingsSectionModel? Meetings { get; init; }

    /// <summary>What has waited longest: so many lines that one takes them in at a glance.</summary>
    internal IEnumerable<ImmutableArray<CampaignValue>> Worst => Tables.Find("owed").Rows.Take(5);

    internal TileMap Map => new(Report, Query);

    /// <summary>The most days of the chart, and of its table on the page: a quarter of a year, the last one.</summary>
    internal const int MostDays = 92;

    internal ImmutableArray<DayRow> ChartDays => [.. Report.Days.TakeLast(MostDays)];

    internal DayChart Chart => new(ChartDays);

    /// <summary>How many rows of a table the page shows, so that it stays a page; all are in the file.</summary>
    internal static int? MostRows(string table) => table switch
    {
        "owed" => 50,
        "days" => MostDays,
        _ => null,
    };

    /// <summary>The languages of the filter: all that communes speak.</summary>
    internal IEnumerable<LanguageTag> Languages =>
        Input.Directory.Communes.SelectMany(commune => commune.Languages).Distinct().OrderBy(tag => tag.Value, StringComparer.Ordinal)
            .Prepend(LanguageTag.Vietnamese);

    /// <summary>The months of the filter: this one and the thirteen before it.</summary>
    internal IEnumerable<DateOnly> Months
    {
        get
        {
            var today = LocalTime.DayOf(Input.Now);
            return Enumerable.Range(0, 14).Select(back => new DateOnly(today.Year, today.Month, 1).AddMonths(-back));
        }
    }

    /// <summary>Since when items are counted, in words.</summary>
    internal string Period => CampaignLabels.PeriodOf(Input);

    /// <summary>What else the filter lets through alone, in words.</summary>
    internal IEnumerable<string> Chosen
    {
        get
        {
            var filter = Input.Filter;
            string?[] chosen =
            [
                filter.Commune is { } commune && Input.Directory.Find(commune) is { } one ? PageLabels.Of(one) : null,
                filter.Language is { } language ? PageLabels.Of(language) : null,
                filter.Topic is { } code
                    ? Input.Resolutions.SelectMany(resolution => resolution.Topics).FirstOrDefault(topic => topic.Code == code)?.Text
                    : null,
                filter.Channel is { } channel ? Labels.Of(channel) : null,
            ];
            return chosen.OfType<string>();
        }
    }

    /// <summary>Channels of the filter.</summary>
    internal static IEnumerable<ChannelKind> Channels => Enum.GetValues<ChannelKind>();

    /// <summary>Communes of the filter, by name.</summary>
    internal IEnumerable<Commune> Communes => Input.Directory.Current.OrderBy(commune => commune.Name, CommuneLabels.ByName);

    /// <summary>The address of the same without the item.</summary>
    internal string WithoutItem => (Query with { Filter = Query.Filter with { Item = null } }).On("/campaign");

    /// <summary>Stages with their communes, the best first.</summary>
    internal IEnumerable<(CampaignStage Stage, int Communes)> Stages => Report.ByStage.Select(stage => (stage.Key, stage.Value));

    /// <summary>Communes that owe nothing of what is shown: the white tiles.</summary>
    internal int CommunesOwingNothing => Report.Communes.Count(row => !Report.Stages.ContainsKey(row.Commune.Id));

    internal int CommunesIn(params ImmutableArray<CampaignStage> stages) =>
        stages.Sum(stage => Report.ByStage.GetValueOrDefault(stage));
}
