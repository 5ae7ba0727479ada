using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The languages of a page that shows one at a time.</summary>
internal static class LanguageChoice
{
    public static IEnumerable<LanguageTag> All => Languages.All.Select(language => language.Tag).Where(tag => !tag.IsVietnamese);

    /// <summary>The one that was chosen, or the first.</summary>
    public static LanguageTag Of(string? chosen) => All.FirstOrDefault(tag => tag.Value == chosen, All.First());

    /// <summary>Why nothing can be written for a language; null where it is one of them.</summary>
    public static Problem? Check(string? chosen) =>
        All.Any(tag => tag.Value == chosen) ? null : LanguageCheck.Check(chosen ?? "") ?? new(nameof(ProblemTexts.OriginalIsNoTranslation));
}
