using System.Globalization;
using System.Text;

namespace Dissemination.Translation.Segments;

/// <summary>What one must know of single characters. .NET has no data on scripts, so the ranges stand here.</summary>
internal static class Letters
{
    public static bool IsTaiViet(char character) => character is >= '\uAA80' and <= '\uAADF';

    /// <summary>In the block of Tai Viet, but no letter of Unicode: old web sites hold U+AAC4.</summary>
    public static bool IsUnassignedTaiViet(int character) => character is >= 0xAAC3 and <= 0xAADA;

    /// <summary>A vowel that is written before the consonant that it is spoken behind.</summary>
    public static bool IsPrefixVowel(char character) => character is '\uAAB5' or '\uAAB6' or '\uAAB9' or '\uAABB' or '\uAABC';

    public static bool IsTaiVietConsonant(char character) => character is >= '\uAA80' and <= '\uAAAF';

    public static bool IsTaiVietVowel(char character) => character is >= '\uAAB0' and <= '\uAABE';

    /// <summary>Of either way to write tones.</summary>
    public static bool IsTaiVietTone(char character) => character is >= '\uAABF' and <= '\uAAC2';

    /// <summary>Letters with which only the Tai Dón write.</summary>
    public static bool IsOfTaiDonOnly(char character) => character is '\uAA82' or '\uAA83' or '\uAA8C' or '\uAA8D' or '\uAA9E' or '\uAA9F';

    /// <summary>A mark that stands above or below another character.</summary>
    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F) and not (>= 0xE0100 and <= 0xE01EF);

    public static Script ScriptOf(Rune rune) => rune.Value switch
    {
        < 0x80 => Rune.IsLetter(rune) ? Script.Latin : Script.Common,
        >= 0xAA80 and <= 0xAADF => Script.TaiViet,
        >= 0x0E00 and <= 0x0E7F => Script.Thai,
        >= 0x0E80 and <= 0x0EFF => Script.Lao,
        // Superscripts and the like, marks for any letter, variation selectors, letter-like symbols such as № and ℃.
        (>= 0x02B0 and <= 0x036F) or (
            >= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x2070 and <= 0x218F) or (>= 0xFE00 and <= 0xFE0F) or (
                >= 0xE0100 and <= 0xE01EF) => Script.Common,
        (>= 0x00AA and <= 0x02AF) or (
            >= 0x1D00 and <= 0x1DBF) or (
                >= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA720 and <= 0xA7FF) or (>= 0xAB30 and <= 0xAB6F) =>
            Rune.IsLetter(rune) ? Script.Latin : Script.Common,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                    or UnicodeCategory.DecimalDigitNumber => Script.Other,
            _ => Script.Common,
        },
    };

    /// <summary>A character with its number, which a person can name to somebody who knows.</summary>
    public static string Show(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"{rune} U+{rune.Value:X4}");
}
