using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>Counts how long first posts took.</summary>
internal sealed class TimeTally
{
    private readonly Frequencies _minutes = new();
    private (int Minutes, ItemSummary Item, CommuneId Commune)? _slowest;

    public void Add(int minutes, ItemSummary item, CommuneId commune)
    {
        _minutes.Add(minutes);
        if (_slowest is not { } slowest || IsSlower(minutes, item, commune, slowest))
        {
            _slowest = (minutes, item, commune);
        }
    }

    /// <returns>Null where nothing was posted.</returns>
    public TimesRow? Row(LanguageTag? language, DirectorySnapshot directory) => _slowest is not { } slowest ? null : new(
        language,
        _minutes.Count,
        TimeSpan.FromMinutes(_minutes.Median()!.Value),
        TimeSpan.FromMinutes(slowest.Minutes),
        slowest.Item,
        directory.Known(slowest.Commune));

    private static bool IsSlower(
        int minutes, ItemSummary item, CommuneId commune, (int Minutes, ItemSummary Item, CommuneId Commune) than) =>
        minutes != than.Minutes ? minutes > than.Minutes
        : string.CompareOrdinal(item.Item.Value, than.Item.Item.Value) is var order && order != 0 ? order > 0
        : string.CompareOrdinal(commune.Value, than.Commune.Value) > 0;
}
