using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach;
using Dissemination.Reach.Summary;
using Dissemination.Web.Pages.Campaign;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>
/// What the tables of the campaign have to say, row by row, counted from the places. Words are the program's; every figure is counted here.
/// </summary>
/// <param name="only">The commune that is shown; null for all.</param>
internal sealed class PlainTables(
    QuarterSite site, IReadOnlyList<PlainPlace> places, IReadOnlyList<RawItem> items, CommuneId? only = null)
{
    private static readonly LanguageTag[] Order =
        [LanguageTag.Vietnamese, new(QuarterDirectory.Thai), new(QuarterDirectory.Mong)];

    public IReadOnlyList<PlainCell> Cells { get; } = [.. PlainCell.Of(places)];

    private IEnumerable<LanguageTag> Languages => Order.Where(language => places.Any(place => place.Language == language));

    public int Expected => places.Count;

    public int Done => places.Count(place => place.IsPosted);

    public int OnTime => places.Count(place => place.IsOnTime);

    /// <summary>How each commune that goes on is, with its parts.</summary>
    public IEnumerable<CampaignStage> Stages => Cells.GroupBy(cell => cell.Now)
        .Select(commune => StageOf([.. commune]));

    /// <summary>Communes where something failed, and how many items did.</summary>
    public (int Communes, int Items) Failed =>
        (FailedCells.Select(cell => cell.Now).Distinct().Count(), FailedCells.Count());

    private IEnumerable<PlainCell> FailedCells => Cells.Where(cell => cell.Stage is CampaignStage.Failed);

    public int Measured => places.Where(place => place.IsMeasured).Select(place => place.Now).Distinct().Count();

    /// <param name="inFile">Whether as files say it: how long something took in minutes.</param>
    public IEnumerable<string[]> Find(string name, IEnumerable<Topic> topics, bool inFile = false) => name switch
    {
        "board" => Board(),
        "owed" => Owed(),
        "topics" => TopicRows(topics),
        "times" => Times(inFile ? minutes => Text(minutes) : minutes => CampaignLabels.Span(TimeSpan.FromMinutes(minutes))),
        "days" => Days(),
        "reach" => Reach(),
        "failures" => Failures(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Nobody counts that table."),
    };

    private IEnumerable<string[]> Board()
    {
        foreach (var commune in site.After.Communes)
        {
            var own = Cells.Where(cell => cell.Commune == commune.Id).ToList();
            if ((commune.MergedInto is not null && own.Count == 0)
                || (only is { } one && site.After.Successor(one) != site.After.Successor(commune.Id)))
            {
                continue;
            }

            var since = SinceOf(own);
            yield return
            [
                $"{(commune.MergedInto is null ? "" : "↳ ")}{PageLabels.Of(commune)}",
                .. Languages.Select(language => BoardCell([.. own.Where(cell => cell.Language == language)])),
                Text(own.Sum(cell => cell.Places.Count)),
                Text(own.Sum(cell => cell.Done)),
                Text(own.Sum(cell => cell.OnTime)),
                since is null ? "" : Since(since.Value),
            ];
        }
    }

    /// <summary>Since when the oldest waits of what makes a commune stand where it does.</summary>
    private static DateTimeOffset? SinceOf(List<PlainCell> own)
    {
        var languages = own.GroupBy(cell => cell.Language).Select(cells => (Stage: StageOf([.. cells]), Cells: cells.ToList())).ToList();
        var stage = languages.Max(language => (CampaignStage?)language.Stage);
        return languages.Where(language => language.Stage == stage)
            .SelectMany(language => language.Cells)
            .Where(cell => stage is CampaignStage.Nearly || cell.Stage == stage)
            .Min(cell => cell.Wait?.Since);
    }

    /// <summary>
    /// The gravest stage with a tenth of the items; where none has so many, nearly done. Failures at less than a tenth of the places only
    /// tell where no other stage does and a tenth of the places are without their post.
    /// </summary>
    private static CampaignStage StageOf(List<PlainCell> cells)
    {
        var large = cells.GroupBy(cell => cell.Stage)
            .Where(stage => stage.Key is not CampaignStage.Done && stage.Count() * 10 >= cells.Count)
            .Select(stage => stage.Key)
            .ToList();
        var all = cells.SelectMany(cell => cell.Places).ToList();
        if (all.Count(place => place.Newest?.State is DeliveryState.Failed or DeliveryState.Uncertain) * 10 < all.Count
            && (large.Exists(stage => stage is not CampaignStage.Failed) || all.Count(place => !place.IsPosted) * 10 < all.Count))
        {
            large.Remove(CampaignStage.Failed);
        }

        return large.Count > 0 ? large.Max()
            : cells.TrueForAll(cell => cell.Stage is CampaignStage.Done) ? CampaignStage.Done
            : CampaignStage.Nearly;
    }

    private static string BoardCell(List<PlainCell> cells)
    {
        if (cells.Count == 0)
        {
            return "–";
        }

        var (stage, failed) = (StageOf(cells), cells.Count(cell => cell.Stage is CampaignStage.Failed));
        var text = stage is CampaignStage.Done or CampaignStage.Nearly
            ? Labels.Of(stage) : $"{Labels.Of(stage)} {Text(cells.Count(cell => cell.Stage == stage))}";
        var also = failed > 0 && stage is not CampaignStage.Failed ? $" · {Labels.Of(CampaignStage.Failed)} {Text(failed)}" : "";
        return $"{text} · {Text(cells.Count(cell => cell.Done == cell.Places.Count))}/{Text(cells.Count)}{also}";
    }

    private IEnumerable<string[]> Owed() => Cells
        .Where(cell => cell.Wait is { Stage: not CampaignStage.Later })
        .GroupBy(cell => (cell.Commune, cell.Language, cell.Wait!.Stage, cell.Wait.On, cell.Wait.Person, cell.Wait.Reason?.Code))
        .OrderBy(row => row.Min(cell => cell.Wait!.Since))
        .Select(row => (string[])
        [
            PageLabels.Of(site.After.Find(row.Key.Commune)!),
            PageLabels.Of(row.Key.Language),
            StageOf(row.First()),
            WaitsOnOf(row.First()),
            Text(row.Count()),
            Text(row.Count(cell => cell.IsLate)),
            Since(row.Min(cell => cell.Wait!.Since)),
        ]);

    private IEnumerable<string[]> TopicRows(IEnumerable<Topic> topics)
    {
        foreach (var topic in topics)
        {
            var carried = places.Where(place => place.IsPosted && place.Item.Content.Topics.Contains(topic.Code)).ToList();
            yield return
            [
                topic.Figure is { } figure ? $"{topic.Text}: {figure}" : topic.Text,
                Labels.Of(topic.Kind),
                Text(carried.Select(place => place.Item).Distinct().Count()),
                Text(carried.Select(place => place.Now).Distinct().Count()),
                carried.Count == 0 ? Texts.CampaignNeverSpoken
                    : string.Join(
                        " · ", Order.Where(language => carried.Exists(place => place.Language == language)).Select(PageLabels.Of)),
            ];
        }
    }

    private IEnumerable<string[]> Times(Func<long, string> said)
    {
        var posted = Cells.Where(cell => cell.Done > 0)
            .Select(cell => (
                cell.Item,
                cell.Language,
                cell.Commune,
                Minutes: cell.Places.Where(place => place.IsPosted).Min(place => place.Minutes)))
            .ToList();
        var first = posted.GroupBy(cell => (cell.Item, cell.Commune)).Select(each => each.MinBy(cell => cell.Minutes)).ToList();
        return posted.Count == 0 ? [] : (IEnumerable<string[]>)
        [
            Row(Texts.CampaignAnyLanguage, first),
            .. Order.Where(language => posted.Exists(cell => cell.Language == language))
                .Select(language => Row(PageLabels.Of(language), posted.FindAll(cell => cell.Language == language))),
        ];

        string[] Row(string name, List<(RawItem Item, LanguageTag Language, CommuneId Commune, long Minutes)> cells)
        {
            var ordered = cells.OrderBy(cell => cell.Minutes)
                .ThenBy(cell => cell.Item.Item.Id.Value, StringComparer.Ordinal)
                .ThenBy(cell => cell.Commune.Value, StringComparer.Ordinal).ToList();
            return
            [
                name,
                Text(cells.Count),
                said(ordered[(cells.Count - 1) / 2].Minutes),
                said(ordered[^1].Minutes),
                $"{ordered[^1].Item.Item.Headline} ({PageLabels.Of(site.After.Find(ordered[^1].Commune)!)})",
            ];
        }
    }

    private IEnumerable<string[]> Days()
    {
        var posts = places.Where(place => place.IsPosted).ToLookup(place => LocalTime.DayOf(place.PostedAt!.Value));
        var opens = OpensByDay();
        List<DateOnly> days = [.. posts.Select(day => day.Key).Concat(opens.Keys).Order()];
        var isMeasured = places.Any(place => place.Samples.Any(sample => sample.LinkOpens is not null));
        for (var day = days.Count > 0 ? days[0] : DateOnly.MaxValue; days.Count > 0 && day <= days[^1]; day = day.AddDays(1))
        {
            yield return
            [
                LocalTime.Text(day),
                Text(posts[day].Count()),
                isMeasured ? Text(opens.GetValueOrDefault(day)) : Texts.NotMeasured,
            ];
        }
    }

    /// <summary>By how much each count grew; what fell grows again only beyond what it was.</summary>
    private Dictionary<DateOnly, long> OpensByDay()
    {
        Dictionary<DateOnly, long> grown = [];
        var shown = places.Select(place => (place.Language, place.Id.Commune)).ToHashSet();
        var channels = places.Select(place => place.Channel).ToHashSet();
        var counts = from item in items
                     from opens in item.Opens
                     from place in opens.Opens.Places
                     where shown.Contains((opens.Version.Language, StandsAt(opens.Version, place))) && channels.Contains(place.Channel)
                     group (opens.Opens.Day, place.Total) by (opens.Version, place.Channel, place.Commune);
        foreach (var count in counts)
        {
            var highest = 0L;
            foreach (var (day, total) in count.OrderBy(day => day.Day))
            {
                if (total > highest)
                {
                    grown[day] = grown.GetValueOrDefault(day) + total - highest;
                    highest = total;
                }
            }
        }

        return grown;
    }

    /// <summary>
    /// The commune under whose name what was opened stands: its own where one of its places of that channel does, else the first other.
    /// </summary>
    private CommuneId StandsAt(VersionId version, OpensOfPlaces opens)
    {
        List<CommuneId> names = [.. site.Names[(version, opens.Commune, opens.Channel)]];
        return names.Contains(opens.Commune) || names.Count == 0 ? opens.Commune : names.MinBy(name => name.Value, StringComparer.Ordinal);
    }

    private IEnumerable<string[]> Reach() =>
        from channel in places.Where(place => place.IsPosted).GroupBy(place => place.Channel)
        let measured = channel.Where(place => place.IsMeasured).ToList()
        let metrics = Enum.GetValues<PostMetric>().Skip(1).ToDictionary(
            metric => metric, metric => channel.SelectMany(place => place.Told(metric)).ToList())
        select (string[])
        [
            Labels.Of(channel.Key),
            Text(channel.Count()),
            Text(measured.Count),
            Texts.CampaignOutOf
                .Replace("{0}", Text(measured.Select(place => place.Now).Distinct().Count()), StringComparison.Ordinal)
                .Replace("{1}", Text(channel.Select(place => place.Now).Distinct().Count()), StringComparison.Ordinal),
            Median(channel.Select(place => place.Audience).OfType<long>()),
            Text(channel.Sum(place => place.PostsTold)),
            Median(metrics[PostMetric.Reach]),
            Sum(metrics[PostMetric.Views]),
            Sum(metrics[PostMetric.Reactions]),
            Sum(metrics[PostMetric.Comments]),
            Sum(metrics[PostMetric.Shares]),
            Sum(channel.SelectMany(place => place.Samples).Select(sample => sample.LinkOpens).OfType<long>()),
            measured.Max(place => place.MeasuredAt) is { } at ? LocalTime.Text(at) : Texts.NotMeasured,
        ];

    private static string Median(IEnumerable<long> figures)
    {
        var all = figures.Order().ToList();
        return all.Count == 0 ? Texts.NotMeasured : Text(all[(all.Count - 1) / 2]);
    }

    private static string Sum(IEnumerable<long> figures)
    {
        var all = figures.ToList();
        return all.Count == 0 ? Texts.NotMeasured : Text(all.Sum());
    }

    private IEnumerable<string[]> Failures() => places
        .Where(place => place.Newest?.State is DeliveryState.Failed or DeliveryState.Uncertain)
        .GroupBy(place => (place.Channel, Failure: place.Newest!.Failure ?? FailureClass.Unknown, place.Newest.Reason?.Code))
        .Select(row => (string[])
        [
            row.Count() == 1
                ? CampaignLabels.Of(row.First().Newest!.Reason, site.After)
                : $"{Labels.Of(row.Key.Failure)}, như: {CampaignLabels.Of(row.First().Newest!.Reason, site.After)}",
            Labels.Of(row.Key.Channel),
            Text(row.Count()),
            PageLabels.HelpFor(row.Key.Failure),
        ]);

    /// <summary>The lines of a commune's own page.</summary>
    public IEnumerable<string[]> Commune(CommuneId id) => Cells
        .Where(cell => cell.Commune == id || cell.Now == id)
        .Select(cell => (string[])
        [
            cell.Commune == id ? cell.Item.Item.Headline : $"{cell.Item.Item.Headline} ({PageLabels.Of(site.After.Find(cell.Commune)!)})",
            PageLabels.Of(cell.Language),
            $"{StageOf(cell)}{(cell.IsLate ? $" · {Texts.CampaignIsLate}" : "")}",
            cell.Wait is null ? "–" : WaitsOnOf(cell),
            cell.Wait is null ? "–" : Since(cell.Wait.Since),
            Text(cell.Places.Count),
            Text(cell.Done),
            Text(cell.OnTime),
        ]);

    private string StageOf(PlainCell cell) =>
        $"{Labels.Of(cell.Stage)}{(cell.Wait?.Reason is { } reason ? $": {CampaignLabels.Of(reason, site.After)}" : "")}";

    private string WaitsOnOf(PlainCell cell) => CampaignLabels.Of(
        cell.Wait!.On, cell.Wait.Person, site.After.Find(cell.Commune)!, cell.Language, site.After);

    private static string Since(DateTimeOffset since) =>
        $"{CampaignLabels.Span(QuarterPlan.End - since)} (từ {LocalTime.Text(since)})";

    private static string Text(long number) => LocalTime.Number(number);
}
