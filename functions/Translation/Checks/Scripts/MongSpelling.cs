using System.Buffers;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// Tells the spellings of Mông apart by single words. Both write the tone as the last letter: that of Việt Nam z x r l s k v, RPA b j v s g
/// m d. RPA is plain ASCII with doubled vowels and w; the other has ă â đ ê ô ơ ư.
/// </summary>
internal static class MongSpelling
{
    private static readonly SearchValues<char> ChvLetters = SearchValues.Create("ăâđêôơư");

    /// <param name="word">In small letters, without a tone mark of Vietnamese.</param>
    public static MongSign Of(string word)
    {
        var chv = word.AsSpan().ContainsAny(ChvLetters)
            || (word.Length > 1 && word[^1] is 'z' or 'x' or 'r' or 'l' or 'k' && (IsVowel(word[^2]) || word[^2] is 'n' or 'g' or 'h'));
        var endsInVowelAndTone = word.Length > 1 && IsVowel(word[^2]);
        var rpa = word.Contains('w', StringComparison.Ordinal)
            || word.Contains("aa", StringComparison.Ordinal) || word.Contains("ee", StringComparison.Ordinal)
            || word.Contains("oo", StringComparison.Ordinal)
            || (endsInVowelAndTone && word[^1] is 'b' or 'j' or 'g' or 'd');
        return (chv, rpa) switch
        {
            (true, true) => MongSign.None,
            (true, _) => MongSign.Chv,
            (_, true) => MongSign.Rpa,
            _ => endsInVowelAndTone && word[^1] == 'm' ? MongSign.PerhapsRpa : MongSign.None,
        };
    }

    /// <summary>Whether a word has a letter that only the spelling of Việt Nam has.</summary>
    /// <param name="word">In small letters, in NFC.</param>
    public static bool HasChvLetter(string word) => word.AsSpan().ContainsAny(ChvLetters);

    private static bool IsVowel(char letter) =>
        letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' or 'ă' or 'â' or 'ê' or 'ô' or 'ơ' or 'ư';
}
