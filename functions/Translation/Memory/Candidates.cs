namespace Dissemination.Translation.Memory;

/// <summary>
/// Finds the entries that may be near enough, and how far each is, without looking at all. Of <c>n</c> tokens at least <c>t</c> must stay,
/// so one of any
/// <c>n − t + 1</c> of them stands in each entry that is near enough: only the entries of the rarest are looked at. Of those, the length
/// and the number of tokens in common sort out most before a distance is reckoned. Keeps its working memory between look-ups, so one
/// look-up at a time.
/// </summary>
internal sealed class Candidates
{
    private readonly List<List<int>> _entriesOf = [];
    private readonly List<int[]> _tokens = [];
    private ulong[] _places = [];
    private int[] _counts = [];
    private int[] _seenIn = [];
    private int _look;

    public void Add(int entry, int[] tokens, int vocabularyEnd)
    {
        while (_entriesOf.Count < vocabularyEnd)
        {
            _entriesOf.Add([]);
        }

        _tokens.Add(tokens);
        foreach (var token in tokens)
        {
            if (_entriesOf[token] is var entries && (entries.Count == 0 || entries[^1] != entry))
            {
                entries.Add(entry);
            }
        }
    }

    /// <summary>The entries that reach the percent, each with its distance.</summary>
    public List<(int Entry, int Distance)> Near(int[] wanted, int percent)
    {
        var near = new List<(int Entry, int Distance)>();
        if (wanted.Length == 0)
        {
            return near;
        }

        Prepare(wanted);
        var kept = wanted.Length - MemoryMatch.MostChanges(percent, wanted.Length);
        foreach (var token in wanted.OrderBy(Frequency).Take(wanted.Length - kept + 1).Distinct().Where(token => token >= 0))
        {
            foreach (var entry in _entriesOf[token])
            {
                if (_seenIn[entry] == _look)
                {
                    continue;
                }

                _seenIn[entry] = _look;
                var tokens = _tokens[entry];
                var longer = Math.Max(tokens.Length, wanted.Length);
                var most = MemoryMatch.MostChanges(percent, longer);
                if (longer - Math.Min(tokens.Length, wanted.Length) <= most && Common(tokens) >= longer - most
                    && DistanceOf(wanted, tokens, most) is var distance && distance <= most)
                {
                    near.Add((entry, distance));
                }
            }
        }

        Clear(wanted);
        return near;
    }

    private int Frequency(int token) => token < 0 ? 0 : _entriesOf[token].Count;

    private void Prepare(int[] wanted)
    {
        if (_counts.Length < _entriesOf.Count)
        {
            // With room to grow, so that a memory that grows does not do this at each look-up.
            (_places, _counts) = (new ulong[_entriesOf.Count * 2], new int[_entriesOf.Count * 2]);
        }

        if (_seenIn.Length < _tokens.Count)
        {
            Array.Resize(ref _seenIn, _tokens.Count * 2);
        }

        _look++;
        foreach (var (at, token) in wanted.Index().Where(token => token.Item >= 0))
        {
            _counts[token]++;
            _places[token] |= at < 64 ? 1UL << at : 0;
        }
    }

    private void Clear(int[] wanted)
    {
        foreach (var token in wanted.Where(token => token >= 0))
        {
            (_counts[token], _places[token]) = (0, 0);
        }
    }

    /// <summary>How many tokens an entry has in common with what is looked for, each counted as often as both have it.</summary>
    private int Common(int[] tokens)
    {
        var common = 0;
        foreach (var token in tokens)
        {
            if (_counts[token]-- > 0)
            {
                common++;
            }
        }

        foreach (var token in tokens)
        {
            _counts[token]++;
        }

        return common;
    }

    private int DistanceOf(int[] wanted, int[] tokens, int most) =>
        wanted.Length <= 64
            ? LevenshteinDistance.Of(wanted.Length, _places, tokens, most)
            : LevenshteinDistance.Of<int>(wanted, tokens, most);
}
