using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reports.Items;

/// <summary>Which items a list shows, and in which order: pure functions.</summary>
internal static class ItemListing
{
    /// <param name="words">The words of the items, where words are looked for.</param>
    public static ImmutableArray<ListedItem> Of(
        IEnumerable<ListedItem> items,
        ItemFilter filter,
        ItemSort sort,
        IReadOnlyDictionary<ItemId, SearchedText> words,
        DirectorySnapshot directory)
    {
        var found = items.Where(item => IsWanted(item, filter, words, directory));
        return
        [
            .. sort switch
            {
                ItemSort.Title => found.OrderBy(item => item.Item.Headline, StringComparer.Create(Vietnamese, ignoreCase: true)),
                ItemSort.Time => found.OrderBy(item => item.WantedAt is null).ThenBy(item => item.WantedAt),
                ItemSort.Waiting => found.OrderBy(item => item.Waits.IsEmpty)
                    .ThenBy(item => item.Waits.Min(wait => (DateTimeOffset?)wait.Since)),
                _ => found.OrderByDescending(item => item.Item.AcceptedAt),
            },
        ];
    }

    private static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    private static bool IsWanted(
        ListedItem listed, ItemFilter filter, IReadOnlyDictionary<ItemId, SearchedText> words, DirectorySnapshot directory)
    {
        var item = listed.Item;
        return (filter.State is null || item.State == filter.State)
            && (filter.Topic is null || item.Topics.Contains(filter.Topic, StringComparer.Ordinal))
            && (filter.Commune is not { } commune || item.Communes.IsEmpty
                || item.Communes.Any(wanted => directory.Successor(wanted) == directory.Successor(commune)))
            && (filter.Waiting is null || listed.Waits.Any(wait => wait.On == filter.Waiting))
            && (filter.Words.IsEmpty || IsFound(item, filter.Words, words.GetValueOrDefault(item.Id)));
    }

    /// <summary>By words of the title or text, or by the beginning of the id.</summary>
    /// <param name="words">Null where those of the text are not there.</param>
    private static bool IsFound(Item item, ImmutableArray<string> wanted, SearchedText? words) =>
        item.Id.Value.StartsWith(string.Join('-', wanted), StringComparison.Ordinal)
        || SearchText.Finds(wanted, words ?? SearchedText.Of(item.Headline));
}
