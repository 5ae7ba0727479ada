namespace Dissemination.Intake.Drafts;

/// <summary>
/// Many texts, among which the one is found that is nearest to another (<see cref="Likeness"/>), without comparing each with each. Pure
/// functions.
/// </summary>
internal sealed class NearestText
{
    /// <summary>By a run of words, the numbers of the texts that have it.</summary>
    private readonly Dictionary<string, List<int>> _with = new(StringComparer.Ordinal);

    /// <summary>How many runs each text has.</summary>
    private readonly List<int> _runs = [];

    public NearestText(IEnumerable<string> texts)
    {
        foreach (var runs in texts.Select(Likeness.RunsOf))
        {
            foreach (var run in runs)
            {
                if (!_with.TryGetValue(run, out var with))
                {
                    _with.Add(run, with = []);
                }

                with.Add(_runs.Count);
            }

            _runs.Add(runs.Count);
        }
    }

    /// <param name="isLooked">Whether a text is to be looked at, by its number.</param>
    /// <returns>The number of the nearest text and how much it says the same; null where none is near.</returns>
    public (int Number, double Share)? Of(string text, Func<int, bool> isLooked)
    {
        var runs = Likeness.RunsOf(text);
        var both = runs.SelectMany(run => _with.GetValueOrDefault(run) ?? []).Where(isLooked).CountBy(number => number);
        return both.Select(found => (found.Key, Share: Likeness.Share(found.Value, runs.Count, _runs[found.Key])))
            .Where(found => found.Share >= Likeness.Near)
            .OrderByDescending(found => found.Share).ThenBy(found => found.Key)
            .Select(found => ((int, double)?)found)
            .FirstOrDefault();
    }
}
