using System.Text;

namespace Dissemination.Storage.Records;

/// <summary>
/// Holds the chain, read from its end to its beginning, against every end that it was noted to have. A tail that was cut off, by whoever
/// may write the tables, is found by it on the very day; once the day is over its end says the same of the whole day.
/// </summary>
internal sealed class NotedEnds(Store store)
{
    private readonly List<(DateOnly Day, string Blob)> _blobs = [];
    private readonly Dictionary<long, RecordEnd> _open = [];
    private readonly List<RecordFault> _faults = [];
    private DateOnly? _day;

    /// <summary>What was noted on a day: it is read when the chain comes to that day.</summary>
    public void Add(DateOnly day, string blob) => _blobs.Add((day, blob));

    /// <summary>The notes that may still grow are read before the chain, which has by then whatever they say. One transaction.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (_blobs.Count > 0)
        {
            await ReadAsync(_blobs.Max(noted => noted.Day), cancellationToken);
        }
    }

    /// <summary>The next line of the chain. One transaction for each day.</summary>
    public async ValueTask MeetAsync(RecordLine line, CancellationToken cancellationToken)
    {
        if (line.Day != _day)
        {
            _day = line.Day;
            await ReadAsync(line.Day, cancellationToken);
        }

        if (_open.Remove(line.Number, out var noted) && noted != line.End)
        {
            _faults.Add(new(RecordFaultKind.EndDiffers, line.Day, line.Number));
        }
    }

    /// <summary>What is wrong, once the beginning of the chain is reached.</summary>
    /// <param name="last">The last line; null where there is none.</param>
    public async Task<IReadOnlyList<RecordFault>> EndAsync(RecordLine? last, CancellationToken cancellationToken)
    {
        foreach (var day in _blobs.Select(noted => noted.Day).Distinct().ToList())
        {
            await ReadAsync(day, cancellationToken);
        }

        // Of what a day lacks the last that was noted tells all.
        return
        [
            .. _faults,
            .. from noted in _open.Values
               group noted by noted.Day into day
               select day.MaxBy(one => one.Number)! into gone
               select RecordDecisions.FaultOf(last, gone) ?? new(RecordFaultKind.EndDiffers, gone.Day, gone.Number),
        ];
    }

    private async Task ReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var container = store.Container(Containers.RecordEnds);
        foreach (var (_, blob) in _blobs.Where(noted => noted.Day == day).ToList())
        {
            if (await container.GetBlobClient(blob).FindAsync(cancellationToken) is { } found)
            {
                Take(day, blob, found);
            }
        }

        _blobs.RemoveAll(noted => noted.Day == day);
    }

    private void Take(DateOnly day, string blob, FoundBlob found)
    {
        foreach (var line in Encoding.UTF8.GetString(found.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (RecordEnd.Find(Encoding.UTF8.GetBytes(line)) is not { } noted || noted.Day != day)
            {
                _faults.Add(RecordFault.OfUnknown(blob, found));
            }
            else if (!_open.TryAdd(noted.Number, noted) && _open[noted.Number] != noted)
            {
                // Two ends with one number: the chain was cut between them, and went on.
                _faults.Add(new(RecordFaultKind.EndDiffers, day, noted.Number));
            }
        }
    }
}
