using System.Collections.Immutable;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Memory;

/// <summary>The segments of one language in memory, ready to be looked up. Not for several threads at once.</summary>
internal sealed class MemoryIndex
{
    /// <summary>What is less like is of no use to a translator.</summary>
    public const int LeastPercent = 70;

    public const int MostMatches = 5;

    /// <summary>Of more that are equally near, letters are not compared: it would take longer than finding them.</summary>
    private const int MostCompared = 64;

    /// <summary>
    /// What is longer is no sentence, and only found where it is the very same: to compare takes time with the square of the length.
    /// </summary>
    private const int MostTokens = 1_000;

    /// <summary>Entries without segments are swept out when there are so many, and more of them than of others.</summary>
    private const int MostEmpty = 1_000;

    private readonly Dictionary<string, List<int>> _origins = new(StringComparer.Ordinal);
    private Vocabulary _vocabulary = new();
    private Candidates _candidates = new();
    private List<MemoryEntry> _entries = [];
    private Dictionary<int[], int> _bySource = new(TokenRow.Comparer);
    private Dictionary<int[], List<int>> _byShape = new(TokenRow.Comparer);
    private int _empty;

    /// <summary>How many segments it holds.</summary>
    public int Count { get; private set; }

    public void Add(MemorySegment segment)
    {
        var text = MemoryText.Of(segment.Source);
        if (text.Tokens.IsEmpty)
        {
            return;
        }

        var tokens = _vocabulary.Learn(text);
        if (!_bySource.TryGetValue(tokens, out var id))
        {
            id = NewEntry(new(tokens), Vocabulary.Shape(text, tokens));
        }
        else if (_entries[id].Segments.Count == 0)
        {
            _empty--;
        }

        _entries[id].Segments.Add(segment);
        Count++;
        if (!_origins.TryGetValue(segment.Origin, out var entries))
        {
            _origins[segment.Origin] = entries = [];
        }

        entries.Add(id);
    }

    /// <summary>Takes all segments of a version or a file out.</summary>
    public void Remove(string origin)
    {
        if (!_origins.Remove(origin, out var entries))
        {
            return;
        }

        foreach (var id in entries.Distinct())
        {
            Count -= _entries[id].Segments.RemoveAll(segment => segment.Origin == origin);
            _empty += _entries[id].Segments.Count == 0 ? 1 : 0;
        }

        if (_empty > MostEmpty && _empty > _entries.Count / 2)
        {
            Sweep();
        }
    }

    /// <summary>The best matches, the best first.</summary>
    public ImmutableArray<MemoryMatch> Find(string source, int percent = LeastPercent, int most = MostMatches)
    {
        var wanted = MemoryText.Of(source);
        var tokens = _vocabulary.Look(wanted);
        var found = new List<MemoryMatch>();
        var taken = new HashSet<int>();
        if (_bySource.TryGetValue(tokens, out var same))
        {
            taken.Add(same);
            found.AddRange(Newest(same).Select(segment => Same(segment, wanted)));
        }

        if (tokens.Length > MostTokens)
        {
            return Best(found, wanted, most);
        }

        if (Vocabulary.Shape(wanted, tokens) is { } shape)
        {
            foreach (var id in _byShape.GetValueOrDefault(shape, []))
            {
                if (id != same || !taken.Contains(id))
                {
                    var replaced = Newest(id).Select(segment => WithNumbers(segment, wanted)).OfType<MemoryMatch>().ToArray();
                    found.AddRange(replaced);
                    if (replaced.Length > 0)
                    {
                        taken.Add(id);
                    }
                }
            }
        }

        foreach (var (id, distance) in _candidates.Near(tokens, percent).Where(near => !taken.Contains(near.Entry)))
        {
            var reached = MemoryMatch.PercentOf(distance, Math.Max(tokens.Length, _entries[id].Tokens.Length));
            found.AddRange(Newest(id).Select(segment => new MemoryMatch(segment, MatchKind.Fuzzy, reached, segment.Target)));
        }

        return Best(found.Where(match => match.Percent >= percent), wanted, most);
    }

    private static MemoryMatch Same(MemorySegment segment, MemoryText wanted) =>
        TonePlacement.Unified(segment.Source.Normalize()) == TonePlacement.Unified(wanted.Text)
        ? new(segment, MatchKind.Exact, 100, segment.Target)
        : new(segment, MatchKind.WrittenOtherwise, MemoryMatch.NearlyExact, segment.Target);

    private static MemoryMatch? WithNumbers(MemorySegment segment, MemoryText wanted) =>
        NumberReplacement.In(segment.Target, MemoryText.Of(segment.Source), wanted) is { } target
            ? new(segment, MatchKind.OtherNumbers, MemoryMatch.NearlyExact, target)
            : null;

    /// <summary>Among the equally near, those with fewer other letters come first, then what was approved, then the newer.</summary>
    private static ImmutableArray<MemoryMatch> Best(IEnumerable<MemoryMatch> found, MemoryText wanted, int most)
    {
        var best = found.OrderByDescending(match => match.Percent).ThenBy(match => match.Kind)
            .ThenBy(match => match.Segment.File is not null).ThenByDescending(match => match.Segment.At)
            .ThenBy(match => match.Target, StringComparer.Ordinal).ToArray();
        if (best.Length > most)
        {
            var last = best[most - 1].Percent;
            best = [.. best.TakeWhile(match => match.Percent >= last).Take(Math.Max(most, MostCompared))];
        }

        return
        [
            .. best.Select(
                match => (
                    Match: match,
                    Letters: match.Kind is MatchKind.Exact || best.Length == 1
                        ? 0
                        : LevenshteinDistance.Of<char>(match.Segment.Source, wanted.Text, int.MaxValue - 1)))
                .OrderByDescending(match => match.Match.Percent)
                .ThenBy(match => match.Match.Kind)
                .ThenBy(match => match.Letters)
                .Take(most)
                .Select(match => match.Match),
        ];
    }

    /// <summary>Of the same words that came several times, what was approved, and the newest of that.</summary>
    private IEnumerable<MemorySegment> Newest(int id) =>
        _entries[id].Segments is [var only]
            ? [only]
            : _entries[id].Segments.OrderBy(segment => segment.File is not null).ThenByDescending(segment => segment.At)
                .DistinctBy(segment => (TonePlacement.Unified(segment.Source), segment.Target));

    private int NewEntry(MemoryEntry entry, int[]? shape)
    {
        var id = _entries.Count;
        _entries.Add(entry);
        _bySource[entry.Tokens] = id;
        _candidates.Add(id, entry.Tokens, _vocabulary.End);
        if (shape is not null)
        {
            if (!_byShape.TryGetValue(shape, out var alike))
            {
                _byShape[shape] = alike = new(1);
            }

            alike.Add(id);
        }

        return id;
    }

    /// <summary>Builds itself anew of what is left.</summary>
    private void Sweep()
    {
        var left = _entries.SelectMany(entry => entry.Segments).ToArray();
        (_vocabulary, _candidates, _entries, _empty, Count) = (new(), new(), [], 0, 0);
        (_bySource, _byShape) = (new(TokenRow.Comparer), new(TokenRow.Comparer));
        _origins.Clear();
        foreach (var segment in left)
        {
            Add(segment);
        }
    }
}
