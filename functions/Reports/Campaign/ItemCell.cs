using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>An item in one language in one commune, as lines of the campaign count it.</summary>
/// <param name="Figures">What of it is shown, of one channel or of all.</param>
/// <param name="Sums">The sums of those figures.</param>
/// <param name="Successor">The commune that answers for it now, mostly the same.</param>
/// <param name="IsLate">Whether something is still to come and its time is over; what staff keep back is not late.</param>
internal readonly record struct ItemCell(
    ItemSummary Item,
    LanguageTag Language,
    CellSummary Figures,
    CellSums Sums,
    CommuneId Successor,
    CampaignStage Stage,
    Wait? Wait,
    bool IsLate)
{
    /// <summary>The commune under whose name it happened.</summary>
    public CommuneId Commune => Figures.Commune;

    /// <summary>What the filter lets through, item by item and language by language; the topic does not matter here.</summary>
    public static IEnumerable<ItemCell> Of(ItemSummary item, CampaignInput input)
    {
        var filter = input.Filter;
        foreach (var language in item.Languages)
        {
            if (filter.Language is { } one && one != language.Language)
            {
                continue;
            }

            var isOver = input.OnTime.Until(language.MovedTo ?? item.StartsAt, language.Language) < input.Now;
            foreach (var cell in language.Cells)
            {
                var successor = input.Directory.Successor(cell.Commune);
                if (filter.Commune is { } commune && commune != successor && commune != cell.Commune)
                {
                    continue;
                }

                if ((filter.Channel is { } channel ? language.Narrow(cell, channel) : cell) is { } shown)
                {
                    var sums = shown.Sums;
                    var wait = language.WaitOf(shown, sums);
                    var isLate = isOver && wait is { Stage: not CampaignStage.Later };
                    yield return new(
                        item, language.Language, shown, sums, successor, LanguageSummary.StageOf(wait, sums), wait, isLate);
                }
            }
        }
    }
}
