using System.Collections.Concurrent;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>
/// The words of listed items in the memory of this copy of the program: those of a revision never change, so they are read once for each.
/// </summary>
internal sealed class WordsMemory(Store store)
{
    /// <summary>The most items whose words are kept, those that were listed last before all others: some 3 KB each, at most 24 KB.</summary>
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<ItemId, (int Revision, string ContentHash, SearchedText Words)> _known = new();

    /// <summary>
    /// The words of items as a search compares them; those that are not there are left out. No transaction where all are known; else one
    /// for each thousand from the first to the last that is not.
    /// </summary>
    /// <param name="listed">In the order of the list of all.</param>
    public async Task<IReadOnlyDictionary<ItemId, SearchedText>> OfAsync(IReadOnlyList<Item> listed, CancellationToken cancellationToken)
    {
        Dictionary<ItemId, SearchedText> found = new(listed.Count);
        List<Item> unknown = [];
        foreach (var item in listed)
        {
            if (_known.TryGetValue(item.Id, out var known) && (known.Revision, known.ContentHash) == (item.Revision, item.ContentHash))
            {
                found[item.Id] = known.Words;
            }
            else
            {
                unknown.Add(item);
            }
        }

        if (unknown.Count > 0)
        {
            MakeRoom(listed, unknown.Count);
            await foreach (var (item, words) in ReadAsync(unknown, cancellationToken))
            {
                found[item.Id] = words;
                _known[item.Id] = (item.Revision, item.ContentHash, words);
            }
        }

        return found;
    }

    /// <summary>What is read is never older than the revision that was listed before, so it is that one's, or is asked for anew.</summary>
    private IAsyncEnumerable<(Item Item, SearchedText Words)> ReadAsync(List<Item> unknown, CancellationToken cancellationToken)
    {
        var wanted = unknown.DistinctBy(item => item.Id).ToDictionary(item => item.Id);
        return store.Editorial
            .BetweenAsync(
                Keys.Editorial, KeyOf(unknown[0]), Keys.AfterKey(KeyOf(unknown[^1])), ContentJson.Default.ListedWords, cancellationToken)
            .Select(row => (Item: wanted.GetValueOrDefault(row.Value.Item), row.Value.Words))
            .Where(each => each.Item is not null)
            .Select(each => (each.Item!, SearchedText.Of($"{each.Item!.Headline} {each.Words}")));
    }

    private static string KeyOf(Item item) => Keys.ListedWords(item.ListedIn!.Value, item.Id.Value);

    private void MakeRoom(IReadOnlyList<Item> listed, int more)
    {
        if (_known.Count + more > Most)
        {
            var kept = listed.Select(item => item.Id).ToHashSet();
            foreach (var id in _known.Keys.Where(id => !kept.Contains(id)))
            {
                _known.TryRemove(id, out _);
            }
        }
    }
}
