namespace Dissemination.Local.Metrics;

/// <summary>What the worker has counted since this host started, over all its processes: each begins anew at zero.</summary>
internal sealed class Counts
{
    private readonly Dictionary<Counter, Count> _counts = [];
    private readonly Lock _turn = new();

    /// <summary>Goes up with each report that changed something.</summary>
    public long Version { get; private set; }

    /// <param name="since">When the process that counts began to; another one's count is added to what was there.</param>
    public void Report(Counter counter, ulong since, long value)
    {
        lock (_turn)
        {
            var known = _counts.GetValueOrDefault(counter) ?? new(0, since, 0);
            var next = known.Since == since ? known with { Value = value } : new(known.Total, since, value);
            if (next != known || !_counts.ContainsKey(counter))
            {
                _counts[counter] = next;
                Version++;
            }
        }
    }

    /// <summary>The counters of a meter, in the order in which they were first heard of.</summary>
    public IReadOnlyList<(Counter Counter, long Total)> Of(string meter)
    {
        lock (_turn)
        {
            return [.. _counts.Where(count => count.Key.Meter == meter).Select(count => (count.Key, count.Value.Total))];
        }
    }

    private sealed record Count(long Before, ulong Since, long Value)
    {
        public long Total => Before + Value;
    }
}
