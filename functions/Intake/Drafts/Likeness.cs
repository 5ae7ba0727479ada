using System.Collections.Frozen;
using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Intake.Drafts;

/// <summary>How much two texts say the same: of all runs of three words in either, those that are in both. A pure function.</summary>
internal sealed class Likeness(string text)
{
    /// <summary>From here on somebody should look whether it is the same once more.</summary>
    public const double Near = 0.5;

    private const int Run = 3;

    private readonly FrozenSet<string> _runs = RunsOf(text).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>From 0 to 1; 0 where either has fewer than three words.</summary>
    public double To(Likeness other) => Share(_runs.Count(other._runs.Contains), _runs.Count, other._runs.Count);

    /// <param name="both">How many runs are in both texts.</param>
    public static double Share(int both, int one, int other) => both == 0 ? 0 : (double)both / (one + other - both);

    /// <summary>The runs of a text, each once.</summary>
    public static IReadOnlySet<string> RunsOf(string text)
    {
        string[] words =
        [
            .. ComposedText.Of(text).ToLower(CultureInfo.InvariantCulture)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Trim('.', ',', ';', ':', '!', '?', '"', '(', ')', '*', '#', '-', '–', '“', '”'))
                .Where(word => word.Length > 0),
        ];
        return Enumerable.Range(0, Math.Max(0, words.Length - Run + 1))
            .Select(start => string.Join(' ', words[start..(start + Run)]))
            .ToHashSet(StringComparer.Ordinal);
    }
}
