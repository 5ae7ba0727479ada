namespace Dissemination.Simulators.Zalo;

/// <summary>Watches whether who was told to wait waits.</summary>
internal sealed class ZaloPace(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateTimeOffset From, DateTimeOffset Until)> _waits = new(StringComparer.Ordinal);

    public int Throttled { get; private set; }

    public int AskedTooSoon { get; private set; }

    public void Throttle(string account, int seconds, TimeSpan underWay)
    {
        lock (_lock)
        {
            Throttled++;
            _waits[account] = (time.GetUtcNow() + underWay, time.GetUtcNow().AddSeconds(seconds));
        }
    }

    /// <param name="arrivedAt">When the call came: what was under way already does not count.</param>
    public void Asked(string account, DateTimeOffset arrivedAt)
    {
        lock (_lock)
        {
            if (_waits.TryGetValue(account, out var wait) && arrivedAt > wait.From && arrivedAt < wait.Until)
            {
                AskedTooSoon++;
            }
        }
    }
}
