using Dissemination.Problems;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>Names in braces, such as <c>{name}</c>, stand for something that is filled in later, and are kept letter by letter.</summary>
internal sealed class PlaceholderCheck : ICheck
{
    private const int Longest = 40;

    public IEnumerable<Finding> Find(CheckedText text)
    {
        var found = text.Parts.Select(part => (part, Source: Read(part.Source.Text), Target: Read(part.Target.Text))).ToArray();
        var source = found.SelectMany(pair => pair.Source).Select(placeholder => placeholder.Name).ToHashSet(StringComparer.Ordinal);
        var target = found.SelectMany(pair => pair.Target).Select(placeholder => placeholder.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (part, wanted, written) in found)
        {
            foreach (var (name, start) in wanted.Where(placeholder => !target.Contains(placeholder.Name)))
            {
                yield return part.Across(nameof(ProblemTexts.PlaceholderMissing), Severity.Error, start, name);
            }

            foreach (var (name, start) in written.Where(placeholder => !source.Contains(placeholder.Name)))
            {
                yield return part.At(nameof(ProblemTexts.PlaceholderAdded), Severity.Error, start, name.Length, name);
            }
        }
    }

    private static List<(string Name, int Start)> Read(string text)
    {
        var placeholders = new List<(string, int)>();
        for (var start = text.IndexOf('{', StringComparison.Ordinal); start >= 0
            && start + 1 < text.Length; start = text.IndexOf('{', start + 1))
        {
            var end = start + 1;
            while (end < text.Length && end - start < Longest && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            if (end > start + 1 && end < text.Length && text[end] == '}')
            {
                placeholders.Add((text[start..(end + 1)], start));
            }
        }

        return placeholders;
    }
}
