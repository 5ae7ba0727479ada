using System.Collections.Frozen;

namespace Dissemination.Intake.Documents;

/// <summary>The signs of the symbol fonts that people use as bullets, arrows and ticks, as Unicode has them.</summary>
internal static class SymbolLetters
{
    private static readonly FrozenDictionary<(string Font, int Code), string> Letters = new Dictionary<(string, int), string>
    {
        [("symbol", 0xB7)] = "•",
        [("symbol", 0xAE)] = "→",
        [("symbol", 0xDE)] = "⇒",
        [("symbol", 0xB0)] = "°",
        [("symbol", 0xB1)] = "±",
        [("symbol", 0xB3)] = "≥",
        [("symbol", 0xA3)] = "≤",
        [("symbol", 0xB4)] = "×",
        [("symbol", 0xB8)] = "÷",
        [("symbol", 0xB9)] = "≠",
        [("symbol", 0x61)] = "α",
        [("symbol", 0x62)] = "β",
        [("symbol", 0x6D)] = "μ",
        [("wingdings", 0x6C)] = "●",
        [("wingdings", 0x6E)] = "■",
        [("wingdings", 0x76)] = "❖",
        [("wingdings", 0xA7)] = "▪",
        [("wingdings", 0xA8)] = "◻",
        [("wingdings", 0xD8)] = "➢",
        [("wingdings", 0xE0)] = "→",
        [("wingdings", 0xE8)] = "➔",
        [("wingdings", 0xF0)] = "⇨",
        [("wingdings", 0xFB)] = "✗",
        [("wingdings", 0xFC)] = "✓",
        [("wingdings", 0xFE)] = "☑",
    }.ToFrozenDictionary();

    /// <summary>Null where it is none of those that are known.</summary>
    public static string? Find(string? font, int code) => Letters.GetValueOrDefault(((font ?? "").ToLowerInvariant(), code & 0xFF));

    /// <summary>Whether a font has signs where others have letters.</summary>
    public static bool IsFont(string? font) =>
        font is not null && (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)
            || font.Equals("Symbol", StringComparison.OrdinalIgnoreCase) || font.Equals("Webdings", StringComparison.OrdinalIgnoreCase));
}
