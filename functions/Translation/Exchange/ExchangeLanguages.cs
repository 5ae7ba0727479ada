using System.Xml.Linq;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>The languages that a file from another tool claims. Tools differ in capitals and add a country to Vietnamese.</summary>
internal static class ExchangeLanguages
{
    private const string Country = "vn";

    /// <summary>All varieties of Mông together.</summary>
    private const string Mong = "hmn";

    /// <summary>
    /// The language of this program that a tag means, or null. The country says nothing: <c>vi-VN</c>, <c>blt_Tavt_VN</c>.
    /// </summary>
    public static LanguageTag? Find(string tag)
    {
        var parts = PartsOf(tag);
        if (parts is ["vi", ..])
        {
            return LanguageTag.Vietnamese;
        }

        var name = string.Join('-', parts.Where((part, at) => part != Country || at == 0 || parts[at - 1] == "x"));
        return Languages.All.FirstOrDefault(language => string.Equals(language.Tag.Value, name, StringComparison.OrdinalIgnoreCase))?.Tag;
    }

    /// <summary>
    /// Whether a tag says nothing against a language: tools that do not know scripts and spellings write <c>hmn</c> or <c>hmn-VN</c>, which
    /// is every Mông. Only where the file says otherwise which text it is about.
    /// </summary>
    public static bool MayMean(string tag, LanguageTag language) =>
        PartsOf(tag) is var parts and ([_] or [_, Country])
            ? parts[0] == PartsOf(language.Value)[0]
                || (parts[0] == Mong && Languages.Find(language)?.Detector is ScriptDetector.Chv or ScriptDetector.Rpa)
            : Find(tag) == language;

    private static string[] PartsOf(string tag) => tag.Trim().ToLowerInvariant().Split('-', '_');

    /// <summary>Reports what is wrong with the languages of a file whose parts name the texts that they are about.</summary>
    public static void Check(
        string file, XElement element, (string? Source, string? Target) told, LanguageTag expected, List<Problem> problems)
    {
        var (source, target) = told;
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
        else if (!MayMean(target, expected))
        {
            problems.Add(new(nameof(ProblemTexts.ExchangeOtherLanguage), place, target, expected.Value));
        }
    }
}
