using System.Xml.Linq;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>The languages that a file from another tool claims. Tools differ in capitals and add a country to Vietnamese.</summary>
internal static class ExchangeLanguages
{
    /// <summary>The language of this program that a tag means, or null.</summary>
    public static LanguageTag? Find(string tag)
    {
        var name = tag.Trim().Replace('_', '-');
        return name.StartsWith("vi-", StringComparison.OrdinalIgnoreCase)
            ? LanguageTag.Vietnamese
            : Languages.All.FirstOrDefault(language => string.Equals(language.Tag.Value, name, StringComparison.OrdinalIgnoreCase))?.Tag;
    }

    /// <summary>Reports what is wrong with the languages of a file.</summary>
    public static void Check(string file, XElement element, string? source, string? target, LanguageTag expected, List<Problem> problems)
    {
        var place = element.PlaceOf(file);
        if (source is null || Find(source) != LanguageTag.Vietnamese)
        {
            problems.Add(new(nameof(ProblemTexts.ExchangeSourceLanguage), place, source ?? ""));
        }

        if (target is null)
        {
            problems.Add(new(nameof(ProblemTexts.ExchangeTargetMissing), place, expected.Value));
        }
        else if (Languages.IsRefused(target))
        {
            problems.Add(new(nameof(ProblemTexts.LanguageRefused), place, target));
        }
        else if (Find(target) != expected)
        {
            problems.Add(new(nameof(ProblemTexts.ExchangeOtherLanguage), place, target, expected.Value));
        }
    }
}
