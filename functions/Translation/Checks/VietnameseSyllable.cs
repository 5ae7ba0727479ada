using System.Text;
using System.Text.RegularExpressions;

namespace Dissemination.Translation.Checks;

/// <summary>Whether a word may be a syllable of Vietnamese by its letters. What is typed for an old font seldom is, and neither are English words.</summary>
internal static partial class VietnameseSyllable
{
    /// <param name="folded">In the form in which words are compared.</param>
    public static bool Is(string folded) => Form.IsMatch((Folding.HasToneMark(folded) ? folded[..^1] : folded).Normalize(NormalizationForm.FormC));

    // An initial, a rhyme without its tone, and what may end one.
    [GeneratedRegex(
        "^(?:qu|b|ch|d|đ|gi|h|kh|l|m|n|nh|ng|ph|p|r|s|th|tr|t|v|x|c|g)?(?:a[ioyu]?|ă|âu?|ây|eo?|êu?|i[au]?|iêu?|o[aeoi]?|oai|oay|oao|oeo|oă|ôi?|ơi?|u[aâiêyơ]?|uây|uôi?|uy[aêu]|ư[aiu]?|ươ[iu]?|y|yêu?)(?:ch|c|nh|ng|m|n|p|t)?$|^(?:ngh|gh|k)(?:eo?|êu?|i[au]?|iêu?|y)(?:ch|c|nh|ng|m|n|p|t)?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
