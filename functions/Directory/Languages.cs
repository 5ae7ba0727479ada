using System.Collections.Frozen;

namespace Dissemination.Directory;

/// <summary>The languages that the program knows. Thai of Thailand (<c>th</c>) and Lao (<c>lo</c>) are other languages and never among them.</summary>
internal static class Languages
{
    private static readonly FrozenDictionary<string, Language> ByTag = new Language[]
    {
        new(new("vi"), "Tiếng Việt", "Vietnamese"),
        new(new("blt-Tavt"), "Thái Đen (chữ Thái Việt)", "Tai Dam (Tai Viet script)"),
        new(new("twh-Tavt"), "Thái Trắng (chữ Thái Việt)", "Tai Dón (Tai Viet script)"),
        new(new("blt-Latn"), "Thái Đen (chữ La-tinh)", "Tai Dam (Latin script)"),
        new(new("hmn-Latn-x-chv"), "Mông (chữ Mông Việt Nam)", "Mông (Vietnamese spelling)"),
        new(new("mww-Latn-x-rpa"), "Mông Trắng (chữ RPA)", "White Hmong (RPA)"),
    }.ToFrozenDictionary(language => language.Tag.Value, StringComparer.Ordinal);

    public static IEnumerable<Language> All => ByTag.Values.OrderBy(language => language.Tag.Value, StringComparer.Ordinal);

    public static Language? Find(LanguageTag tag) => ByTag.GetValueOrDefault(tag.Value);

    /// <summary>Tags that look right to a newcomer and are another people's language.</summary>
    public static bool IsRefused(string tag) => tag.Split('-')[0] is "th" or "lo";
}
