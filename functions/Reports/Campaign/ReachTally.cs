using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>Counts what is known of the posts of one channel.</summary>
internal sealed class ReachTally(ChannelKind channel)
{
    // By the number of the commune.
    private readonly List<bool> _communes = [];
    private readonly List<bool> _communesMeasured = [];
    private readonly Frequencies _audiences = new();
    private readonly Frequencies _reach = new();
    private readonly long?[] _sums = new long?[(int)PostMetric.Shares + 1];
    private readonly int[] _counts = new int[(int)PostMetric.Shares + 1];
    private int _posts;
    private int _measured;
    private int _told;
    private long? _opens;
    private int? _measuredMinute;

    /// <param name="successor">The number of the commune that answers for it now.</param>
    public void Add(in ChannelFigures figures, int successor)
    {
        _posts += figures.Done;
        _measured += figures.Measured;
        _told += figures.Told;
        _opens = figures.Opens is { } opens ? (_opens ?? 0) + opens : _opens;
        _measuredMinute = figures.MeasuredMinute is { } minute && !(_measuredMinute >= minute) ? minute : _measuredMinute;
        ByNumber.At(_communes, successor) = true;
        ByNumber.At(_communesMeasured, successor) |= figures.Measured > 0;
    }

    public void Add(PostMeasure measure)
    {
        _counts[(int)measure.Metric]++;
        switch (measure.Metric)
        {
            case PostMetric.Audience:
                _audiences.Add(measure.Value);
                break;
            case PostMetric.Reach:
                _reach.Add(measure.Value);
                break;
            default:
                _sums[(int)measure.Metric] = (_sums[(int)measure.Metric] ?? 0) + measure.Value;
                break;
        }
    }

    public ReachRow Row() => new(
        channel, _posts, _measured, _audiences.Median(), _opens, _communes.Count(isThere => isThere), _communesMeasured.Count(isThere => isThere))
    {
        MedianReach = _reach.Median(),
        Views = _sums[(int)PostMetric.Views],
        Reactions = _sums[(int)PostMetric.Reactions],
        Comments = _sums[(int)PostMetric.Comments],
        Shares = _sums[(int)PostMetric.Shares],
        // Where rows are from before posts were counted, at least so many as told the figure that most told.
        ToldByChannel = Math.Max(_told, _counts.Skip((int)PostMetric.Reach).Max()),
        MeasuredAt = _measuredMinute is { } minute ? DateTimeOffset.FromUnixTimeSeconds(minute * 60L) : null,
    };
}
