namespace Dissemination.Channels.Rendering;

/// <summary>What one must know of the Tai Viet script to leave its syllables whole.</summary>
internal static class TaiViet
{
    public static bool IsLetter(int character) => character is >= 0xAA80 and <= 0xAADF;

    /// <summary>
    /// Whether the two surely belong to one syllable: a vowel is written before or behind the consonant that it is spoken with.
    /// </summary>
    public static bool Joins(char before, char after) =>
        (IsVowelBefore(before) && IsLetter(after)) || (IsLetter(before) && after is >= '\uAAB0' and <= '\uAAC2' && !IsVowelBefore(after));

    private static bool IsVowelBefore(char character) => character is '\uAAB5' or '\uAAB6' or '\uAAB9' or '\uAABB' or '\uAABC';
}
