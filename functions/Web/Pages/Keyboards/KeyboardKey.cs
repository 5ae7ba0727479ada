using System.Globalization;

namespace Dissemination.Web.Pages.Keyboards;

/// <summary>A key of a keyboard on the screen.</summary>
/// <param name="Label">What stands on it: a mark on a dotted circle, so that it is seen.</param>
/// <param name="Name">How it is called in Vietnamese, for those who hear the page.</param>
internal sealed record KeyboardKey(string Label, string Name, string EnglishName)
{
    /// <summary>Which marks have no letter of their own to stand on.</summary>
    private const char Circle = '\u25CC';

    /// <summary>What it writes.</summary>
    public string Text => Label.Length > 1 && Label[0] == Circle ? Label[1..] : Label;

    public string NameFor(CultureInfo reader) => reader.TwoLetterISOLanguageName == "en" ? EnglishName : Name;
}
