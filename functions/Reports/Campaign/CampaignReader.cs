using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;
using Microsoft.Extensions.Options;

namespace Dissemination.Reports.Campaign;

/// <summary>Reads what the page of the campaign and the reports tell. It knows summaries and never a delivery.</summary>
internal sealed class CampaignReader(
    SummaryMemory summaries,
    SummaryStore stored,
    ReferenceStore references,
    DirectoryStore directories,
    IOptions<OnTimeOptions> onTime,
    TimeProvider time)
{
    /// <summary>
    /// Three transactions at most, whatever the filter and however many items there are; the first time one more for each eight hundred
    /// items or so.
    /// </summary>
    public async Task<CampaignInput> ReadAsync(CampaignFilter filter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var items = summaries.ReadAsync(cancellationToken);
        var resolutions = references.ResolutionsAsync(cancellationToken).ToListAsync(cancellationToken).AsTask();
        var directory = await directories.CurrentAsync(cancellationToken);
        return new(
            [
                .. (await items).Where(item =>
                    filter.Item is { } one ? item.Item == one : filter.Holds(item.ApprovedAt, now)),
            ],
            directory,
            await resolutions,
            filter,
            onTime.Value,
            now);
    }

    /// <summary>
    /// All that was approved on some days, from storage: what is held in memory ends somewhere, however old a report is that is counted
    /// anew. Two transactions, and one for each eight hundred items or so.
    /// </summary>
    public async Task<CampaignInput> OfDaysAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var items = await stored.FromAsync(number: 0, cancellationToken)
            .Select(row => row.Value)
            .Where(item => LocalTime.DayOf(item.ApprovedAt) is var day && day >= from && day <= to)
            .ToListAsync(cancellationToken);
        return new(
            [.. items.OrderBy(item => item.ApprovedAt).ThenBy(item => item.Item.Value, StringComparer.Ordinal)],
            await directories.CurrentAsync(cancellationToken),
            await references.ResolutionsAsync(cancellationToken).ToListAsync(cancellationToken),
            new CampaignFilter { IsWhole = true },
            onTime.Value,
            time.GetUtcNow());
    }
}
