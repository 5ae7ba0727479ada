using System.Diagnostics.Metrics;

namespace Dissemination.Deliveries.Watching;

/// <summary>The last figures as gauges. Whichever copy of the program looked last tells them, and for a while alone.</summary>
internal sealed class WatchMetrics
{
    /// <summary>Older ones are nobody's any more: another copy looks now.</summary>
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(40);

    private readonly TimeProvider _time;
    private WatchFigures? _last;

    public WatchMetrics(TimeProvider time, IMeterFactory meters)
    {
        _time = time;
        var meter = meters.Create(Metrics.MeterName);
        Gauge("watch.queue.age", last => last.QueueAge.TotalSeconds, "s", "việc chờ lâu nhất / oldest of what waits");
        Gauge("watch.deliveries.troubled", last => last.Troubled, null, "lỗi, chưa rõ / in trouble");
        Gauge("watch.lanes.stopped", last => last.LanesStopped.Length, null, "tài khoản bị từ chối / lanes stopped");
        Gauge("watch.lanes.paused", last => last.LanesPaused.Count, null, "làn đang chờ / lanes that wait");
        Gauge("watch.dead.letters", last => last.DeadLetters, null, "việc bị kẹt / dead letters");
        Gauge("watch.credential.age", last => last.OldestCredential.TotalDays, "d", "khoá cũ nhất / oldest credential");

        void Gauge(string name, Func<WatchFigures, double> figure, string? unit, string description) =>
            meter.CreateObservableGauge(name, () => Of(figure), unit, description);
    }

    public void Keep(WatchFigures figures) => _last = figures;

    private IEnumerable<Measurement<double>> Of(Func<WatchFigures, double> figure) =>
        _last is { } last && _time.GetUtcNow() - last.At < Good ? [new(figure(last))] : [];
}
