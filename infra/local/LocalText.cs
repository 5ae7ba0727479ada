using System.Globalization;

namespace Dissemination.Local;

/// <summary>A line for the person at the console, Vietnamese first.</summary>
internal readonly record struct LocalText(string Vietnamese, string English)
{
    /// <summary>Looks a line up in both languages: a console has no reader whose language could be asked.</summary>
    public static LocalText Of(string key, params object[] values) => new(In("vi", key, values), In("en", key, values));

    private static string In(string language, string key, object[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Format(culture, LocalTexts.ResourceManager.GetString(key, culture) ?? key, values);
    }
}
