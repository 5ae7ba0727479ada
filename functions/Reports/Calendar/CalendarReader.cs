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

    /// <summary>Five transactions, and one more for each thousand items of those days.</summary>
    /// <param name="to">The day behind the last.</param>
    public async Task<CalendarInput> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (begin, end) = (LocalTime.At(from, TimeOnly.MinValue), LocalTime.At(to, TimeOnly.MinValue));
        var wanted = items.OnCalendarAsync(from, to, cancellationToken).ToListAsync(cancellationToken).AsTask();
        var gone = published.OnCalendarAsync(from, to, cancellationToken).ToListAsync(cancellationToken).AsTask();
        var ready = items.DueAsync(begin, end, cancellationToken)
            .Where(row => row.Value.Commune is null)
            .Select(row => row.Value.Version)
            .ToListAsync(cancellationToken)
            .AsTask();
        var undated = items.ToApproveAsync(continuation: null, MostUndated, cancellationToken);
        var resolutions = references.ResolutionsAsync(cancellationToken).ToListAsync(cancellationToken).AsTask();
        var directory = await directories.CurrentAsync(cancellationToken);
        await Task.WhenAll(wanted, gone, ready, undated, resolutions);
        return new(
            from,
            to,
            [.. await wanted],
            [.. (await gone).DistinctBy(occasion => occasion.Version)],
            [.. await ready],
            [.. (await undated).Rows.Select(row => row.Value).Where(item => item is { PublishAt: null, Occasions: [] })])
        {
            Directory = directory,
            Resolutions = [.. await resolutions],
            Now = time.GetUtcNow(),
        };
    }
}
