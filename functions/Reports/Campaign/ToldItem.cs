using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reports.Campaign;

/// <summary>An item that was told in a commune.</summary>
/// <param name="Languages">In which it was told there: Vietnamese first.</param>
/// <param name="Opens">Opens of the short links; null is "not measured".</param>
internal sealed record ToldItem(
    ItemId Item,
    string Headline,
    DateTimeOffset ApprovedAt,
    ImmutableArray<LanguageTag> Languages,
    ImmutableArray<ChannelKind> Channels,
    int Posts,
    long? Opens)
{
    /// <param name="cells">Of one item in one commune, those where something was posted.</param>
    public static ToldItem Of(ImmutableArray<ItemCell> cells)
    {
        var channels = cells.SelectMany(cell => cell.Figures.Channels).Where(figures => figures.Done > 0).ToList();
        var item = cells[0].Item;
        return new(
            item.Item,
            item.Headline,
            item.ApprovedAt,
            [
                .. cells.Select(cell => cell.Language).Distinct()
                    .OrderBy(tag => !tag.IsVietnamese).ThenBy(tag => tag.Value, StringComparer.Ordinal),
            ],
            [.. channels.Select(figures => figures.Channel).Distinct().Order()],
            channels.Sum(figures => figures.Done),
            Figures.Sum(channels.Select(figures => (long?)figures.Opens)));
    }
}
