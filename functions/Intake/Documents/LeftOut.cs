using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>Counts what a document holds that an item cannot hold, so that the person who dropped it is told.</summary>
internal sealed class LeftOut
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];
    private readonly SortedSet<string> _formats = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _fonts = new(StringComparer.Ordinal);

    /// <param name="code">A key of <see cref="ProblemTexts"/> whose text names how many.</param>
    public void Count(string code, int more = 1)
    {
        if (more > 0 && !_counts.TryAdd(code, more))
        {
            _counts[code] += more;
        }
        else if (more > 0)
        {
            _codes.Add(code);
        }
    }

    /// <summary>A picture of a kind that neither browsers nor channels show.</summary>
    public void Format(string format)
    {
        _formats.Add(format);
        Count(nameof(ProblemTexts.DroppedPictureFormat));
    }

    public void Font(string name) => _fonts.Add(name);

    /// <summary>In the order in which they were met, each once, with how many.</summary>
    public ImmutableArray<Problem> ToNotes(string file)
    {
        var place = new Place(file);
        return
        [
            .. _fonts.Count > 0
                ? [new Problem(nameof(ProblemTexts.DroppedOldFont), place, string.Join(", ", _fonts))]
                : Array.Empty<Problem>(),
            .. _codes.Select(code => new Problem(code, place, [.. Arguments(code)])),
        ];
    }

    private IEnumerable<string> Arguments(string code)
    {
        yield return _counts[code].ToString(CultureInfo.InvariantCulture);
        if (code == nameof(ProblemTexts.DroppedPictureFormat))
        {
            yield return string.Join(", ", _formats);
        }
    }
}
