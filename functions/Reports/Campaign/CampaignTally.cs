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
    private readonly Dictionary<LanguageTag, TimeTally> _times = [];
    private readonly TimeTally _firstTimes = new();
    private readonly SortedDictionary<ChannelKind, ReachTally> _reach = [];
    private readonly Dictionary<DateOnly, (long Posts, long Opens)> _days = [];
    private readonly Dictionary<(ChannelKind Channel, FailureClass Failure, string? Code), FailureRow> _failures = [];
    private readonly HashSet<LanguageTag> _languages = [];
    private readonly HashSet<CommuneId> _communesMeasured = [];

    // Of the item that is counted: where and in which languages it is posted, and its first posts.
    private readonly HashSet<CommuneId> _carriedIn = [];
    private readonly HashSet<LanguageTag> _carriedBy = [];
    private readonly Dictionary<CommuneId, int> _first = [];
    private (int Items, int Expected, int Done, int OnTime) _all;
    private bool _isMeasured;

    public void Add(ItemSummary item)
    {
        _carriedIn.Clear();
        _carriedBy.Clear();
        _first.Clear();
        var isShown = CampaignFigures.IsShown(item, input.Filter);
        _all.Items += isShown ? 1 : 0;
        foreach (var cell in ItemCell.Of(item, input))
        {
            var (expected, done, onTime) = Sums(cell.Figures);
            if (done > 0)
            {
                _carriedIn.Add(cell.Successor);
                _carriedBy.Add(cell.Language);
            }

            if (isShown)
            {
                Add(cell, expected, done, onTime);
            }
        }

        _topics.Add(item.Topics, _carriedIn, _carriedBy);
        foreach (var (commune, minutes) in _first)
        {
            _firstTimes.Add(minutes, item, commune);
        }
    }

    public CampaignReport Report() => new(_all.Items, CampaignFigures.Columns(_languages), _board.Rows(), At)
    {
        Input = input,
        Expected = _all.Expected,
        Done = _all.Done,
        OnTime = _all.OnTime,
        CommunesMeasured = _communesMeasured.Count,
        Topics = _topics.Rows(input.Resolutions),
        Times = Times(),
        Days = Days(),
        Owed = _board.Owed(),
        Failures =
        [
            .. _failures.Values.OrderByDescending(row => row.Count).ThenBy(row => row.Channel).ThenBy(row => row.Failure)
                .ThenBy(row => row.Reason?.Code, StringComparer.Ordinal),
        ],
        Reach = [.. _reach.Values.Select(channel => channel.Row())],
    };

    private ImmutableArray<TimesRow> Times() =>
    [
        .. CampaignFigures.Columns(_times.Keys)
            .Select(language => _times[language].Row(language, input.Directory))
            .Prepend(_firstTimes.Row(null, input.Directory))
            .OfType<TimesRow>(),
    ];

    private DateTimeOffset? At => input.Items.Max(item => (DateTimeOffset?)item.At);

    private static (int Expected, int Done, int OnTime) Sums(CellSummary cell)
    {
        var (expected, done, onTime) = (0, 0, 0);
        foreach (var channel in cell.Channels)
        {
            expected += channel.Expected;
            done += channel.Done;
            onTime += channel.OnTime;
        }

        return (expected, done, onTime);
    }

    private void Add(ItemCell cell, int expected, int done, int onTime)
    {
        _all = (_all.Items, _all.Expected + expected, _all.Done + done, _all.OnTime + onTime);
        _languages.Add(cell.Language);
        _board.Add(cell, expected, done, onTime);
        AddTimes(cell);
        AddReach(cell);
        foreach (var day in cell.Figures.Days)
        {
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, day.Day, out _);
            sums = (sums.Posts + day.Posts, sums.Opens + day.Opens);
        }

        foreach (var failure in cell.Figures.Failures)
        {
            var key = (failure.Channel, failure.Failure, failure.Reason?.Code);
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_failures, key, out _);
            row = new(failure.Channel, failure.Failure, row?.Reason ?? failure.Reason, (row?.Count ?? 0) + failure.Count);
        }
    }

    private void AddTimes(ItemCell cell)
    {
        int? first = null;
        foreach (var channel in cell.Figures.Channels)
        {
            first = channel.FirstMinutes is { } minutes && !(first <= minutes) ? minutes : first;
        }

        if (first is not { } earliest)
        {
            return;
        }

        ref var language = ref CollectionsMarshal.GetValueRefOrAddDefault(_times, cell.Language, out _);
        (language ??= new()).Add(earliest, cell.Item, cell.Commune);
        ref var any = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, cell.Commune, out var isThere);
        any = isThere ? Math.Min(any, earliest) : earliest;
    }

    private void AddReach(ItemCell cell)
    {
        foreach (var channel in cell.Figures.Channels)
        {
            if (channel.Measured > 0)
            {
                _communesMeasured.Add(cell.Successor);
                _isMeasured |= channel.Opens is not null;
            }

            if (channel.Done > 0)
            {
                Of(channel.Channel).Add(channel, cell.Successor);
            }
        }

        foreach (var measure in cell.Figures.Measures)
        {
            Of(measure.Channel).Add(measure);
        }
    }

    private ReachTally Of(ChannelKind channel)
    {
        if (!_reach.TryGetValue(channel, out var tally))
        {
            _reach[channel] = tally = new(channel);
        }

        return tally;
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
                .Select(day => (Day: day, Sums: _days.GetValueOrDefault(day)))
                .Select(day => new DayRow(day.Day, day.Sums.Posts, _isMeasured ? day.Sums.Opens : null)),
        ];
    }
}
