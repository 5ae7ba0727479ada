using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation.Memory;

/// <summary>
/// The memory of one language in one instance. It reads all rows once and then only those that are newer than the newest it knows, and a little before
/// that: clocks differ, and a row may be written later than its key says.
/// </summary>
internal sealed class LanguageMemory(Store store, TimeProvider time, LanguageTag language, int mostSegments)
{
    /// <summary>How old a memory may be before it is brought up to date.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>How late a row may come.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly MemoryIndex _index = new();
    private readonly Dictionary<VersionId, string> _stamps = [];
    private readonly SortedSet<(string Stamp, string Version)> _oldest = [];
    private readonly HashSet<string> _applied = new(StringComparer.Ordinal);
    private DateTimeOffset? _newest;
    private Task _reading = Task.CompletedTask;
    private long? _readAt;

    /// <summary>How many segments are held.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _index.Count;
            }
        }
    }

    /// <summary>Looks a segment up, in a memory that is at most a few seconds old.</summary>
    public async Task<ImmutableArray<MemoryMatch>> FindAsync(string source, CancellationToken cancellation)
    {
        await RefreshAsync().WaitAsync(cancellation);
        lock (_gate)
        {
            return _index.Find(source);
        }
    }

    /// <summary>The next look-up reads what is new.</summary>
    public void Expire()
    {
        lock (_gate)
        {
            _readAt = null;
        }
    }

    /// <summary>One reading at a time, for all who wait for it; none of them ends it for the others.</summary>
    private Task RefreshAsync()
    {
        lock (_gate)
        {
            // Expired while it is being read, it is read again after that: what was just approved may have come too late for the reading.
            if (_readAt is not { } at || (_reading.IsCompleted && time.GetElapsedTime(at) >= Fresh))
            {
                _readAt = time.GetTimestamp();
                _reading = ReadAsync(_reading);
            }

            return _reading;
        }
    }

    private async Task ReadAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            var from = _newest is { } newest ? Keys.MemoryLogFrom(newest - Overlap) : Keys.MemoryLog;
            _applied.RemoveWhere(key => string.CompareOrdinal(key, from) < 0);
            var rows = store.Memory.BetweenAsync(language.Value, from, Keys.After(Keys.MemoryLog), MemoryJson.Default.MemoryRow, CancellationToken.None);
            await foreach (var row in rows)
            {
                if (_applied.Add(row.RowKey))
                {
                    Apply(row);
                }
            }
        }
        catch
        {
            Expire();
            throw;
        }
    }

    private void Apply(Row<MemoryRow> row)
    {
        var at = Keys.MemoryLogTime(row.RowKey);
        _newest = _newest is { } newest && newest > at ? newest : at;
        var (stamp, version) = (Keys.MemoryLogFrom(at), row.Value.Version);
        lock (_gate)
        {
            if (_stamps.TryGetValue(version, out var known) && known != stamp)
            {
                if (string.CompareOrdinal(known, stamp) > 0)
                {
                    return;
                }

                Remove(known, version);
            }

            _stamps[version] = stamp;
            _oldest.Add((stamp, version.ToString()));
            foreach (var pair in row.Value.Pairs)
            {
                _index.Add(new(language, pair.Source, pair.Target, version, row.Value.By, row.Value.At));
            }

            // A version whose rows are older than those of all others gives way, whole.
            while (_index.Count > mostSegments && _oldest.Count > 1)
            {
                var (oldest, id) = _oldest.Min;
                Remove(oldest, VersionId.Parse(id, null));
            }
        }
    }

    private void Remove(string stamp, VersionId version)
    {
        _index.Remove(version);
        _oldest.Remove((stamp, version.ToString()));
    }
}
