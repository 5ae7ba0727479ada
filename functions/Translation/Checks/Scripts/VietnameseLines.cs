using System.Collections.Frozen;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>Whether a line is Vietnamese, whatever language it is handed in as.</summary>
internal static class VietnameseLines
{
    /// <summary>Of words with a small first letter. Fewer say nothing: a line of loan words looks like that.</summary>
    public const int FewestWords = 5;

    /// <summary>In a line of Tai Viet, where one or two may be names or loan words.</summary>
    private const int FewestAmongTaiViet = 3;

    /// <summary>More than half of the words of a Vietnamese text bear a tone mark, and none of Mông.</summary>
    private const double ShareWithTone = 0.4;

    /// <summary>Thái in Latin letters is written with the same marks, so there the commonest words of Vietnamese decide.</summary>
    private const double ShareOfCommonWords = 0.2;

    private const int FewestCommonWords = 3;

    private static readonly FrozenSet<string> Common =
        "và của là không các những được cho với này đến một có trong người để thì từ đã sẽ đang nhưng cũng vào ra như khi nếu hoặc mỗi"
        .Split(' ').Select(Folding.Of).ToFrozenSet(StringComparer.Ordinal);

    public static bool Is(WordLine line, Language language)
    {
        if (language.Script is LanguageScript.TaiViet)
        {
            return WordsAmongTaiViet(line) >= FewestAmongTaiViet;
        }

        var plain = line.Words.Where(word => word.IsPlainLatin).Select(word => word.Folded).ToArray();
        if (language.Tag.IsVietnamese || plain.Length < FewestWords)
        {
            return false;
        }

        return language switch
        {
            { Detector: ScriptDetector.Latin } =>
                plain.Count(Common.Contains) >= ShareOfCommonWords * plain.Length
                    && plain.Where(Common.Contains).Distinct(StringComparer.Ordinal).Count() >= FewestCommonWords,
            _ => HasTones(plain),
        };
    }

    /// <summary>How many words of a line are Vietnamese, where the language itself has no Latin letters.</summary>
    public static int WordsAmongTaiViet(WordLine line) =>
        line.Words.Count(word => word.IsPlainLatin && !KnownWords.Contains(word.Folded) && VietnameseSyllable.Is(word.Text));

    private static bool HasTones(string[] words) => words.Count(Folding.HasToneMark) >= ShareWithTone * words.Length;
}
