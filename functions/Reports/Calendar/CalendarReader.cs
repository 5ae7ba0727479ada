using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Reports.Calendar;

/// <summary>Reads a stretch of the calendar: what stands on its days, and nothing of what stands on others.</summary>
internal sealed class CalendarReader(
    ItemReader items, PublishedVersionStore published, ReferenceStore references, DirectoryStore directories, TimeProvider time)
{
    /// <summary>So many of those without a time are shown.</summary>
    private const int MostUndated = 100;

    /// <summary>
    /// Four transactions, and one more for each thousand items of those days; another where some were written since they were read last.
    /// </summary>
    /// <param name="to">The day behind the last.</param>
    public async Task<CalendarInput> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (begin, end) = (LocalTime.At(from, TimeOnly.MinValue), LocalTime.At(to, TimeOnly.MinValue));
        var wanted = items.OnCalendarAsync(from, to, cancellationToken);
        var gone = published.OnCalendarAsync(from, to, cancellationToken);
        var ready = items.DueAsync(begin, end, cancellationToken)
            .Where(row => row.Value.Commune is null)
            .Select(row => row.Value.Version)
            .ToListAsync(cancellationToken)
            .AsTask();
        var resolutions = references.ResolutionsAsync(cancellationToken).ToListAsync(cancellationToken).AsTask();
        var directory = await directories.CurrentAsync(cancellationToken);
        await Task.WhenAll(wanted, gone, ready, resolutions);
        return new(
            from,
            to,
            await wanted,
            [.. (await gone).DistinctBy(occasion => occasion.Version)],
            [.. await ready])
        {
            Directory = directory,
            Resolutions = [.. await resolutions],
            Now = time.GetUtcNow(),
        };
    }

    /// <summary>
    /// Some of those that wait for an approval and go out with it, which stand on no day. One transaction, and another where some were
    /// written since they were read last.
    /// </summary>
    public async Task<ImmutableArray<Item>> UndatedAsync(CancellationToken cancellationToken) =>
    [
        .. (await items.ToApproveAsync(continuation: null, MostUndated, cancellationToken)).Rows
            .Select(row => row.Value)
            .Where(item => item is { PublishAt: null, Occasions: [] }),
    ];
}
