using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation.Memory;

/// <summary>
/// The memory of one language in one instance. It reads all rows once and then only those that are newer than the newest it knows, and a
/// little before that: clocks differ, and a row may be written later than its key says.
/// </summary>
internal sealed class LanguageMemory(Store store, TimeProvider time, LanguageTag language, int mostSegments)
{
    /// <summary>How old a memory may be before it is brought up to date.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>How late a row may come.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly MemoryIndex _index = new();
    private readonly Dictionary<string, string> _stamps = new(StringComparer.Ordinal);
    private readonly SortedSet<(bool IsApproved, string Stamp, string Origin)> _oldest = [];
    private readonly HashSet<string> _applied = new(StringComparer.Ordinal);
    private DateTimeOffset? _newest;
    private Task _reading = Task.CompletedTask;
    private long? _readAt;
    private volatile int _count;

    /// <summary>How many segments are held.</summary>
    public int Count => _count;

    /// <summary>Later than that of the languages that were looked up before it.</summary>
    public long LookedUp { get; set; }

    /// <summary>Looks a segment up, in a memory that is at most a few seconds old.</summary>
    public async Task<ImmutableArray<MemoryMatch>> FindAsync(string source, CancellationToken cancellationToken)
    {
        await RefreshAsync().WaitAsync(cancellationToken);
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
            var from = _newest is { } newest ? KeysOfMemory.MemoryLogFrom(newest - Overlap) : KeysOfMemory.MemoryLog;
            _applied.RemoveWhere(key => string.CompareOrdinal(key, from) < 0);
            var rows = store.Memory.BetweenAsync(
                language.Value, from, Keys.After(KeysOfMemory.MemoryLog), MemoryJson.Default.MemoryRow, CancellationToken.None);
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
        var at = KeysOfMemory.MemoryLogTime(row.RowKey);
        _newest = _newest is { } newest && newest > at ? newest : at;
        var (stamp, origin) = (KeysOfMemory.MemoryLogFrom(at), row.Value.OriginIn(language));
        var isApproved = origin.File is null;
        lock (_gate)
        {
            if (_stamps.TryGetValue(origin.Id, out var known) && known != stamp)
            {
                if (string.CompareOrdinal(known, stamp) > 0)
                {
                    return;
                }

                Remove(isApproved, known, origin.Id);
            }

            _stamps[origin.Id] = stamp;
            _oldest.Add((isApproved, stamp, origin.Id));
            foreach (var pair in row.Value.Pairs)
            {
                _index.Add(new(language, pair.Source, pair.Target, origin.Version, row.Value.By, row.Value.At, origin.File));
            }

            // Files give way before what was approved, and of each the oldest, whole.
            while (_index.Count > mostSegments && _oldest.Count > 1)
            {
                var (approved, oldest, id) = _oldest.Min;
                Remove(approved, oldest, id);
            }

            _count = _index.Count;
        }
    }

    private void Remove(bool isApproved, string stamp, string origin)
    {
        _index.Remove(origin);
        _oldest.Remove((isApproved, stamp, origin));
    }
}
