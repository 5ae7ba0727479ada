using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>
/// Names of places and people are kept where the language is written in Latin letters: words with a capital that stand together, such as
/// <c>Búng Lao</c>. In Tai Viet they are written as they are spoken, and nobody can tell by machine.
/// </summary>
internal sealed class NameCheck : ICheck
{
    /// <summary>Longer ones are headlines with a capital at every word.</summary>
    private const int MostWords = 7;

    /// <summary>The capital at the beginning of an office's or a document's name; such names are translated.</summary>
    private static readonly FrozenSet<string> Offices =
        "ban bộ sở hội đảng đoàn ủy uỷ trung quốc chính nhà mặt đại công cục chi liên văn nghị luật trường trạm tổng phòng viện ngân chủ phó bí giám tết".Split(' ').Select(Folding.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What stands before a name and is translated.</summary>
    private static readonly FrozenSet<string> Titles =
        "tỉnh huyện xã phường bản thôn thành thị ông bà anh chị em cô chú bác đồng".Split(' ').Select(Folding.Of)
            .ToFrozenSet(StringComparer.Ordinal);

    public IEnumerable<Finding> Find(CheckedText text)
    {
        if (text.IsTaiViet || text.Language.Tag.IsVietnamese)
        {
            return [];
        }

        var names = text.Parts
            .SelectMany(part => In(part.Source.Words).Select(words => (part, words)))
            .DistinctBy(name => string.Join(' ', name.words.Select(word => word.Folded)), StringComparer.Ordinal)
            .ToArray();
        var tree = new PhraseTree();
        foreach (var (id, (_, words)) in names.Index())
        {
            tree.Add(words, id);
            if (words[0].StartsSentence)
            {
                // The capital of its first word may be the sentence's.
                tree.Add(words.Skip(1), id);
            }
        }

        var kept = text.Parts.Aggregate(new HashSet<int>(), (found, part) => [.. found, .. tree.In(part.Target.Words)]);
        return from name in names.Index()
               where !kept.Contains(name.Index)
               let words = name.Item.words
               select name.Item.part.Across(
                   nameof(ProblemTexts.NameMissing),
                   Severity.Warning,
                   words[0].Start,
                   Excerpt.Of(string.Join(' ', words.Select(word => word.Text))));
    }

    private static IEnumerable<ImmutableArray<Word>> In(ImmutableArray<Word> words)
    {
        for (int start = 0, end; start < words.Length; start = end)
        {
            for (end = start + 1; words[start].IsCapitalised && end < words.Length && words[end].IsCapitalised
                && words[end].FollowsDirectly;)
            {
                end++;
            }

            var name = Titles.Contains(words[start].Folded) ? words[(start + 1)..end] : words[start..end];
            if (name.Length is >= 2 and <= MostWords && !Offices.Contains(name[0].Folded) && !name.All(IsAbbreviation))
            {
                yield return name;
            }
        }
    }

    private static bool IsAbbreviation(Word word) => !word.Text.Any(char.IsLower);
}
