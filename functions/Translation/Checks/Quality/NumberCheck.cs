using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>
/// Figures are kept, each as often, in whatever order and part. A figure that is lost or new is an error, up to 10 a warning: those are as
/// easily written as words. How often it stands, and its per cent sign, are warnings.
/// </summary>
internal sealed class NumberCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text)
    {
        var source = Find(text, part => part.Source);
        var target = Find(text, part => part.Target);
        foreach (var (value, wanted) in source)
        {
            if (!target.TryGetValue(value, out var found))
            {
                yield return Missing(wanted);
                continue;
            }

            if (OtherCount(wanted, found) is { } otherCount)
            {
                yield return otherCount;
            }

            if (wanted.Exists(number => number.Number.IsPercent) && !found.Exists(number => number.Number.IsPercent))
            {
                yield return At(nameof(ProblemTexts.PercentMissing), Severity.Warning, found[0], Excerpt.Of(found[0].Number.Written));
            }
        }

        foreach (var (_, found) in target.Where(number => !source.ContainsKey(number.Key)))
        {
            var isWord = found.TrueForAll(number => number.Number.MayBeAWord);
            yield return At(
                nameof(ProblemTexts.NumberAdded),
                isWord ? Severity.Warning : Severity.Error,
                found[0],
                Excerpt.Of(found[0].Number.Written));
        }
    }

    private static Finding Missing(List<(CheckedPart Part, FoundNumber Number)> wanted)
    {
        var (part, first) = wanted[0];
        var mayBeAWord = first.MayBeAWord && !wanted.Exists(number => number.Number.IsPercent);
        return part.Across(
            nameof(ProblemTexts.NumberMissing),
            mayBeAWord ? Severity.Warning : Severity.Error,
            first.Place.Start,
            Excerpt.Of(first.Written));
    }

    private static Finding? OtherCount(
        List<(CheckedPart Part, FoundNumber Number)> wanted, List<(CheckedPart Part, FoundNumber Number)> found)
    {
        if (found.Count > wanted.Count)
        {
            return At(
                nameof(ProblemTexts.NumberMore),
                Severity.Warning,
                found[wanted.Count],
                Excerpt.Of(wanted[0].Number.Written),
                Count(wanted),
                Count(found));
        }

        if (found.Count == wanted.Count)
        {
            return null;
        }

        var (missing, number) = wanted[found.Count];
        return missing.Across(
            nameof(ProblemTexts.NumberFewer),
            Severity.Warning,
            number.Place.Start,
            Excerpt.Of(number.Written),
            Count(wanted),
            Count(found));
    }

    private static Finding At(
        string code, Severity severity, (CheckedPart Part, FoundNumber Number) found, params ReadOnlySpan<string> arguments) =>
        found.Part.At(code, severity, found.Number.Place.Start, found.Number.Place.Length, arguments);

    private static OrderedDictionary<string, List<(CheckedPart Part, FoundNumber Number)>> Find(
        CheckedText text, Func<CheckedPart, AnalysedText> side)
    {
        var numbers = new OrderedDictionary<string, List<(CheckedPart Part, FoundNumber Number)>>(StringComparer.Ordinal);
        foreach (var part in text.Parts)
        {
            foreach (var number in side(part).Numbers)
            {
                if (!numbers.TryGetValue(number.Value, out var same))
                {
                    numbers.Add(number.Value, same = []);
                }

                same.Add((part, number));
            }
        }

        return numbers;
    }

    private static string Count(List<(CheckedPart Part, FoundNumber Number)> numbers) =>
        numbers.Count.ToString(CultureInfo.InvariantCulture);
}
