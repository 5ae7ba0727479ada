using Dissemination.Channels;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>What the report of one item has to say, counted out of its records.</summary>
internal sealed class PlainReport
{
    private readonly RawItem _item;
    private readonly List<Line> _lines;

    public PlainReport(QuarterSite site, RawItem item)
    {
        _item = item;
        var places = new PlainPlaces(site, item).All().Where(place => place.Deliveries.Count > 0).ToList();
        _lines =
        [
            .. from commune in site.After.Communes
               where IsTold(commune)
               from language in commune.Languages.Prepend(LanguageTag.Vietnamese)
               let own = places.FindAll(place => place.Id.Commune == commune.Id && place.Language == language)
               select new Line(commune, language, own),
        ];
        NeverMeasured =
        [
            .. _lines.SelectMany(line => line.Figures).GroupBy(figure => figure.Name, StringComparer.Ordinal)
                .Where(figure => figure.All(line => line.Value is null))
                .Select(figure => figure.Key),
        ];
        return;

        // What was merged has lines where something happened under its name; its successor then only for what it did itself.
        bool IsTold(Commune commune) =>
            IsWantedIn(site.After.Successor(commune.Id))
            && (places.Exists(place => place.Id.Commune == commune.Id)
                || (commune.MergedInto is null && !places.Exists(place => place.Now == commune.Id)));

        bool IsWantedIn(CommuneId commune) =>
            item.Content.Communes.IsEmpty || item.Content.Communes.Any(wanted => site.After.Successor(wanted) == commune);
    }

    /// <summary>The large figures.</summary>
    public IEnumerable<string> Figures()
    {
        var communes = _lines.GroupBy(line => line.Commune.Id).ToList();
        yield return $"{Text(communes.Count(commune => commune.All(line => line.Delivered > 0)))}/{Text(communes.Count)}";
        yield return $"{Text(_lines.Sum(line => line.Delivered))}/{Text(_lines.Sum(line => line.Places.Count))}";
        yield return Text(_lines.Sum(line => line.HandTasks));
        yield return Text(_lines.Sum(line => line.Troubled));
        yield return Told(Sum(_lines.Select(line => line.Opens)));
        yield return Told(Sum(_lines.SelectMany(line => line.Places).GroupBy(place => place.Id).Select(Attendance)));
        yield return Told(Median(_lines.SelectMany(line => line.Places).SelectMany(place => place.Told(PostMetric.Reach))));
    }

    public string Caption() => TextFormat.Fill(
        Texts.ReportMeasuredCaption, Communes(_lines.Where(line => line.Places.Exists(place => place.IsMeasured))), Communes(_lines));

    private static string Communes(IEnumerable<Line> lines) => Text(lines.Select(line => line.Commune.Id).Distinct().Count());

    /// <summary>The lines of the page, which has no column for what nobody told of any of them.</summary>
    public IEnumerable<string[]> PageRows() => _lines.Select(line => (string[])
    [
        line.Commune.Name,
        Languages.Find(line.Language)!.Name,
        StatusOf(line),
        $"{Text(line.Delivered)}/{Text(line.Places.Count)}",
        Text(line.HandTasks),
        Text(line.Troubled),
        .. line.Figures.Where(figure => !NeverMeasured.Contains(figure.Name)).Select(figure => Told(figure.Value)),
        line.First is { } first ? LocalTime.Text(first) : "–",
        .. NeverMeasured.Count == 5 ? [] : (string[])[line.MeasuredAt is { } at ? LocalTime.Text(at) : "–"],
    ]);

    /// <summary>What nobody told of any line: the page names it once.</summary>
    public IReadOnlyList<string> NeverMeasured { get; }

    public IEnumerable<string[]> FileRows() => _lines.Select(line => (string[])
    [
        _item.Item.Id.Value,
        Text(_item.Item.Revision),
        line.Commune.Name,
        Languages.Find(line.Language)!.Name,
        line.Language.Value,
        StatusOf(line),
        Text(line.Places.Count),
        Text(line.Delivered),
        Text(line.HandTasks),
        Text(line.Troubled),
        .. line.Figures.Select(figure => Told(figure.Value)),
        line.First is { } first ? LocalTime.Text(first) : "",
        line.MeasuredAt is { } at ? LocalTime.Text(at) : "",
    ]);

    private string StatusOf(Line line)
    {
        var state = line.Language.IsVietnamese ? TranslationState.Approved : _item.Texts
            .FirstOrDefault(text => text.Id.Revision == _item.Item.Revision && text.Id.Language == line.Language)?.State
            ?? TranslationState.Wanted;
        return line switch
        {
            { Places.Count: 0 } when state is not TranslationState.Approved =>
                $"{Texts.ReportLineStatus_WaitsForTranslation} ({Labels.Of(state)})",
            { Places.Count: 0 } => Texts.ReportLineStatus_NotYet,
            { Delivered: > 0 } when line.Delivered == line.Places.Count => Texts.ReportLineStatus_Delivered,
            { Delivered: > 0 } => Texts.ReportLineStatus_PartlyDelivered,
            { Troubled: > 0 } => Texts.ReportLineStatus_Troubled,
            _ when line.Places.All(place => place.Newest!.State
                is DeliveryState.Withdrawn or DeliveryState.Replaced or DeliveryState.Expired) => Texts.ReportLineStatus_Withdrawn,
            { HandTasks: > 0 } => Texts.ReportLineStatus_HandTasksOpen,
            _ => Texts.ReportLineStatus_UnderWay,
        };
    }

    private static long? Sum(IEnumerable<long?> figures)
    {
        var told = figures.OfType<long>().ToList();
        return told.Count == 0 ? null : told.Sum();
    }

    private static long? Median(IEnumerable<long> figures)
    {
        var all = figures.Order().ToList();
        return all.Count == 0 ? null : all[(all.Count - 1) / 2];
    }

    /// <summary>The most that was told of a place, in whatever language: they are the same people.</summary>
    private static long? Attendance(IEnumerable<PlainPlace> place) =>
        place.SelectMany(each => each.Deliveries)
            .Where(delivery => delivery.State is DeliveryState.Delivered || delivery.PostedAt is not null)
            .Max(delivery => (long?)delivery.Attendance);

    private static string Text(long number) => LocalTime.Number(number);

    private static string Told(long? figure) => figure is { } number ? Text(number) : Texts.NotMeasured;

    /// <summary>One language in one commune.</summary>
    private sealed record Line(Commune Commune, LanguageTag Language, List<PlainPlace> Places)
    {
        private readonly long? _audience = Median(Places.Select(place => place.Audience).OfType<long>());
        private readonly long? _reach = Median(Places.SelectMany(place => place.Told(PostMetric.Reach)));
        private readonly long? _views = Sum(Places.SelectMany(place => place.Told(PostMetric.Views)).Select(views => (long?)views));
        private readonly long? _attendance = Sum(Places.Select(place => PlainReport.Attendance([place])));

        public int Delivered => Places.Count(place => place.IsPosted);

        public int HandTasks => Places.Count(place =>
            place is { Newest.State: DeliveryState.Due, Channel: ChannelKind.VillageGroup or ChannelKind.Loudspeaker });

        public int Troubled => Places.Count(place => place.Newest!.State is DeliveryState.Failed or DeliveryState.Uncertain);

        public long? Opens { get; } = Sum(Places.SelectMany(place => place.Samples).Select(sample => sample.LinkOpens));

        /// <summary>What was measured, in the order of the columns.</summary>
        public (string Name, long? Value)[] Figures =>
        [
            (Texts.ReportLinkOpens, Opens), (Texts.ReportAudience, _audience), (Texts.ReportReach, _reach),
            (Texts.ReportViews, _views), (Texts.ReportAttendance, _attendance),
        ];

        public DateTimeOffset? First => Places.Min(place => place.PostedAt);

        public DateTimeOffset? MeasuredAt => Places.Max(place => place.MeasuredAt);
    }
}
