using System.Collections.Immutable;

namespace Dissemination.Translation.Segments;

/// <summary>Phrases by their words, all looked for at once: a text is read once, however many phrases there are.</summary>
internal sealed class PhraseTree
{
    private readonly Node _root = new();

    /// <param name="id">What the phrase is called when it is found; one phrase may have several.</param>
    public void Add(IEnumerable<Word> words, int id)
    {
        var node = _root;
        foreach (var word in words)
        {
            node = node.Next.TryGetValue(word.Folded, out var next) ? next : node.Next[word.Folded] = new();

            // "TP. Điện Biên Phủ" has a mark of its own.
            node.MayFollowMark |= word.FollowsMark;
        }

        if (node != _root)
        {
            node.Ids.Add(id);
        }
    }

    /// <summary>
    /// The phrases that begin at a word, the shortest first. None goes on behind a mark that it does not have itself: "giữ đất, nước" is no
    /// "đất nước".
    /// </summary>
    public IEnumerable<(int Count, IReadOnlyList<int> Ids)> At(ImmutableArray<Word> words, int start)
    {
        var node = _root;
        for (var at = start; at < words.Length && node.Next.TryGetValue(words[at].Folded, out var next); at++)
        {
            if (at > start && words[at].FollowsMark && !next.MayFollowMark)
            {
                yield break;
            }

            node = next;
            if (node.Ids.Count > 0)
            {
                yield return (at - start + 1, node.Ids);
            }
        }
    }

    /// <summary>All that are found anywhere.</summary>
    public HashSet<int> In(ImmutableArray<Word> words)
    {
        var found = new HashSet<int>();
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var (_, ids) in At(words, at))
            {
                found.UnionWith(ids);
            }
        }

        return found;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public List<int> Ids { get; } = [];

        /// <summary>Whether a phrase has a mark before this word.</summary>
        public bool MayFollowMark { get; set; }
    }
}
