using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Intake.Drafts;

/// <summary>Which topics of a resolution a text speaks of, by the resolution's own words: a pure function.</summary>
internal static partial class TopicProposals
{
    /// <summary>
    /// The topics of which a pair of words stands in the text that no other topic has; pairs, because a word of Vietnamese is two syllables
    /// more often than one. A figure together with one word of the topic says the same.
    /// </summary>
    public static ImmutableArray<string> Of(string text, Resolution resolution)
    {
        var said = Pairs(text).ToHashSet(StringComparer.Ordinal);
        var pairs = resolution.Topics.Select(topic => (topic.Code, Pairs: Pairs(topic.Text).ToHashSet(StringComparer.Ordinal))).ToList();
        return
        [
            .. from topic in pairs
               let own = topic.Pairs.Where(pair => pairs.TrueForAll(other => other.Code == topic.Code || !other.Pairs.Contains(pair)))
               where own.Any(pair => said.Contains(pair) && !IsCommon(pair))
               select topic.Code,
        ];
    }

    /// <summary>Words that many papers have and that tell no topic.</summary>
    private static bool IsCommon(string pair) =>
        pair is "đến năm" or "bình quân" or "mỗi năm" or "giai đoạn" or "toàn tỉnh" or "trên địa" or "địa bàn" or "tỷ lệ" or "thực hiện"
            or "toàn xã" or "xã hội" or "năm 2030" or "diện tích" or "giá trị" or "trước hết" or "so với" or "bàn đến" or "kinh tế"
            or "hết là" or "nhà nước" or "một lao" or "đầu người" or "tốc độ";

    private static IEnumerable<string> Pairs(string text)
    {
        string? before = null;
        foreach (Match word in Words().Matches(TonePlacement.Unified(ComposedText.Of(text)).ToLowerInvariant()))
        {
            if (before is not null)
            {
                yield return $"{before} {word.Value}";
            }

            before = word.Value;
        }
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Words();
}
