using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>Adds the summaries of items up to what is told of a campaign: a pure function.</summary>
internal static class CampaignFigures
{
    public static CampaignReport Of(CampaignInput input)
    {
        var tally = new CampaignTally(input);
        foreach (var item in input.Items)
        {
            tally.Add(item);
        }

        return tally.Report();
    }

    /// <summary>Languages in the order of columns: Vietnamese first.</summary>
    public static ImmutableArray<LanguageTag> Columns(IEnumerable<LanguageTag> languages) =>
        [.. languages.OrderBy(tag => !tag.IsVietnamese).ThenBy(tag => tag.Value, StringComparer.Ordinal)];

    /// <summary>Every cell that the filter lets through.</summary>
    public static IEnumerable<ItemCell> CellsOf(CampaignInput input) =>
        input.Items.Where(item => IsShown(item, input.Filter)).SelectMany(item => ItemCell.Of(item, input));

    /// <summary>Whether an item speaks of the topic of the filter.</summary>
    public static bool IsShown(ItemSummary item, CampaignFilter filter) =>
        filter.Topic is null || item.Topics.Contains(filter.Topic, StringComparer.Ordinal);
}
