using Dissemination.Directory;

namespace Dissemination.Web.Pages.Frame;

/// <summary>
/// The rules of the stylesheet that come from the languages: Tai Viet stacks its letters higher and needs the fonts of its row.
/// </summary>
internal static class LanguageStyles
{
    public static string Of(IEnumerable<Language> languages) =>
        string.Concat(languages.Where(language => language.Script is LanguageScript.TaiViet).Select(Rule));

    private static string Rule(Language language)
    {
        var fonts = string.Join(", ", language.Fonts.Select(font => $"\"{font}\""));
        return $":lang({language.Tag}) {{ font-family: {fonts}, \"Noto Sans\", system-ui, sans-serif; line-height: 1.9; }}\n";
    }
}
