using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;
using Microsoft.Extensions.Options;

namespace Dissemination.Reports.Campaign;

/// <summary>Reads what the page of the campaign tells. It knows summaries and never a delivery.</summary>
internal sealed class CampaignReader(
    SummaryMemory summaries, ReferenceStore references, DirectoryStore directories, IOptions<OnTimeOptions> onTime, TimeProvider time)
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
}
