using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>
/// Counts a campaign in one pass over its cells, because there are hundreds of thousands of them. It is made for one report and used once.
/// </summary>
internal sealed class CampaignTally(CampaignInput input)
{
    private readonly CampaignBoard _board = new(input.Directory, input.Filter.Commune);
    private readonly TopicTallies _topics = new();
    private readonly Numbering<CommuneId> _communes = new();
    private readonly Numbering<LanguageTag> _languages = new();
    private readonly List<TimeTally?> _times = [];
    private readonly TimeTally _firstTimes = new();
    private readonly ReachTally?[] _reach = new ReachTally?[(int)Enum.GetValues<ChannelKind>().Max() + 1];
    private readonly Dictionary<DateOnly, DaySums> _days = [];
    private readonly Dictionary<(ChannelKind Channel, FailureClass Failure, string? Code), FailureRow> _failures = [];
    private readonly HashSet<int> _languagesShown = [];
    private readonly List<bool> _communesMeasured = [];

    // Of the item that is counted: where and in which languages it is posted, and its first posts.
    private readonly HashSet<int> _carriedIn = [];
    private readonly HashSet<int> _carriedBy = [];
    private readonly Dictionary<int, int> _first = [];
    private (int Items, int Expected, int Done, int OnTime) _all;
    private bool _isMeasured;
    private DaySums? _day;

    public void Add(ItemSummary item)
    {
        _carriedIn.Clear();
        _carriedBy.Clear();
        _first.Clear();
        var isShown = CampaignFigures.IsShown(item, input.Filter);
        _all.Items += isShown ? 1 : 0;
        foreach (var cell in ItemCell.Of(item, input))
        {
            var (commune, language) = (_communes.Of(cell.Commune), _languages.Of(cell.Language));
            var successor = cell.Successor == cell.Commune ? commune : _communes.Of(cell.Successor);
            if (cell.Sums.Done > 0)
            {
                _carriedIn.Add(successor);
                _carriedBy.Add(language);
            }

            if (isShown)
            {
                Add(cell, (commune, successor, language));
            }
        }

        _topics.Add(item.Topics, _carriedIn, _carriedBy);
        foreach (var (place, minutes) in _first)
        {
            _firstTimes.Add(minutes, item, _communes.NameOf(place));
        }
    }

    public CampaignReport Report() => new(
        _all.Items, CampaignFigures.Columns(_languagesShown.Select(_languages.NameOf)), _board.Rows(), At)
    {
        Input = input,
        Expected = _all.Expected,
        Done = _all.Done,
        OnTime = _all.OnTime,
        CommunesMeasured = _communesMeasured.Count(isMeasured => isMeasured),
        Topics = _topics.Rows(input.Resolutions, _languages),
        Times = Times(),
        Days = Days(),
        Owed = _board.Owed(),
        Failures =
        [
            .. _failures.Values.OrderByDescending(row => row.Count).ThenBy(row => row.Channel).ThenBy(row => row.Failure)
                .ThenBy(row => row.Reason?.Code, StringComparer.Ordinal),
        ],
        Reach = [.. _reach.OfType<ReachTally>().Select(channel => channel.Row())],
    };

    private ImmutableArray<TimesRow> Times() =>
    [
        .. CampaignFigures.Columns(_languagesShown.Select(_languages.NameOf))
            .Select(language => ByNumber.At(_times, _languages.Of(language))?.Row(language, input.Directory))
            .Prepend(_firstTimes.Row(null, input.Directory))
            .OfType<TimesRow>(),
    ];

    private DateTimeOffset? At => input.Items.Max(item => (DateTimeOffset?)item.At);

    /// <param name="at">The numbers of its commune, of the one that answers for it now, and of its language.</param>
    private void Add(in ItemCell cell, (int Commune, int Successor, int Language) at)
    {
        var sums = cell.Sums;
        _all = (_all.Items, _all.Expected + sums.Expected, _all.Done + sums.Done, _all.OnTime + sums.OnTime);
        _languagesShown.Add(at.Language);
        _board.Add(cell, (at.Commune, at.Language));
        AddTimes(cell, at.Commune, at.Language);
        AddReach(cell.Figures, at.Successor);
        foreach (var day in cell.Figures.Days)
        {
            Of(day.Day).Add(day.Posts, day.Opens);
        }

        foreach (var failure in cell.Figures.Failures)
        {
            var key = (failure.Channel, failure.Failure, failure.Reason?.Code);
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_failures, key, out _);
            row = new(failure.Channel, failure.Failure, row?.Reason ?? failure.Reason, (row?.Count ?? 0) + failure.Count);
        }
    }

    private void AddTimes(in ItemCell cell, int commune, int language)
    {
        if (cell.Sums.FirstMinutes is not { } earliest)
        {
            return;
        }

        (ByNumber.At(_times, language) ??= new()).Add(earliest, cell.Item, cell.Commune);
        ref var any = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, commune, out var isThere);
        any = isThere ? Math.Min(any, earliest) : earliest;
    }

    private void AddReach(CellSummary cell, int successor)
    {
        foreach (var channel in cell.Channels)
        {
            if (channel.Measured > 0)
            {
                ByNumber.At(_communesMeasured, successor) = true;
                _isMeasured |= channel.Opens is not null;
            }

            if (channel.Done > 0)
            {
                Of(channel.Channel).Add(channel, successor);
            }
        }

        foreach (var measure in cell.Measures)
        {
            Of(measure.Channel).Add(measure);
        }
    }

    private ReachTally Of(ChannelKind channel) => _reach[(int)channel] ??= new(channel);

    /// <summary>Mostly the day that was counted last.</summary>
    private DaySums Of(DateOnly day)
    {
        if (_day?.Day != day)
        {
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, day, out _);
            _day = tally ??= new(day);
        }

        return _day;
    }

    /// <summary>Every day from the first to the last with something on it.</summary>
    private ImmutableArray<DayRow> Days()
    {
        if (_days.Count == 0)
        {
            return [];
        }

        var (first, last) = (_days.Keys.Min(), _days.Keys.Max());
        return
        [
            .. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Select(day => _days.GetValueOrDefault(day) ?? new(day))
                .Select(day => new DayRow(day.Day, day.Posts, _isMeasured ? day.Opens : null)),
        ];
    }
}
