using System.Collections.Immutable;

namespace Dissemination.Translation.Segments;

/// <summary>Words that were kept, are gone or are new, in the order in which they are read.</summary>
internal sealed record ChangedWords(WordChange Change, string Text)
{
    /// <summary>Of more, nobody sees what stayed; and to find it takes time with the square of their number.</summary>
    private const int MostWords = 4_000;

    /// <summary>How one text became another, word by word: an empty one was all gone or is all new.</summary>
    public static ImmutableArray<ChangedWords> Between(string before, string now)
    {
        ImmutableArray<string> old = [.. before.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        ImmutableArray<string> words = [.. now.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var kept = old.Length + words.Length > MostWords ? [] : Difference.Kept(old, words);
        List<(WordChange Change, string Word)> found = [];
        var gone = 0;
        for (var index = 0; index < words.Length; index++)
        {
            if (kept.TryGetValue(index, out var same))
            {
                found.AddRange(old[gone..same].Select(word => (WordChange.Gone, word)));
                gone = same + 1;
            }

            found.Add((kept.ContainsKey(index) ? WordChange.Kept : WordChange.New, words[index]));
        }

        found.AddRange(old[gone..].Select(word => (WordChange.Gone, word)));
        return [.. Together(found)];
    }

    private static IEnumerable<ChangedWords> Together(List<(WordChange Change, string Word)> words)
    {
        for (var start = 0; start < words.Count;)
        {
            var end = words.FindIndex(start, word => word.Change != words[start].Change);
            end = end < 0 ? words.Count : end;
            yield return new(words[start].Change, string.Join(' ', words[start..end].Select(word => word.Word)));
            start = end;
        }
    }
}
