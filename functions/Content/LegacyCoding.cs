using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Dissemination.Content;

/// <summary>
/// How Vietnamese was typed before Unicode: letters of western fonts stand for those of Vietnamese, and only its own font shows them.
/// </summary>
/// <param name="Name">As people know it from the names of its fonts.</param>
/// <param name="Letters">One or two characters as they stand in a text today, and the letter that they meant.</param>
internal sealed record LegacyCoding(string Name, FrozenDictionary<string, string> Letters)
{
    private const string Vietnamese = "àáảãạâầấẩẫậăằắẳẵặđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    /// <summary>
    /// Fonts whose names begin with <c>.Vn</c>. Capitals with a tone come from fonts of capitals, so that they have the codes of small
    /// letters.
    /// </summary>
    private const string Tcvn3Letters = "µ¸¶·¹©ÇÊÈÉË¨»¾¼½Æ®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ";

    private const string VpsLetters = "àáäãåâÀÃÄÅÆæ¢¡£¤¥ÇèéÈëËêŠ‰‹ÍŒìíÌïÎòóÕõ†ôÒÓ°‡¶Ö©§ª«®ùúûÛøÜØÙº»¿ÿš›Ïœ";

    /// <summary>
    /// What VNI writes behind a vowel, and the marks that it stands for: tones, then a circumflex or a breve with and without one.
    /// </summary>
    private static readonly (char Sign, string Marks, string Vowels)[] VniSigns =
    [
        ('ù', "\u0301", "aeouyôö"),
        ('ø', "\u0300", "aeouyôö"),
        ('û', "\u0309", "aeouyôö"),
        ('õ', "\u0303", "aeouyôö"),
        ('ï', "\u0323", "aeouyôö"),
        ('â', "\u0302", "aeo"),
        ('á', "\u0302\u0301", "aeo"),
        ('à', "\u0302\u0300", "aeo"),
        ('å', "\u0302\u0309", "aeo"),
        ('ã', "\u0302\u0303", "aeo"),
        ('ä', "\u0302\u0323", "aeo"),
        ('ê', "\u0306", "a"),
        ('é', "\u0306\u0301", "a"),
        ('è', "\u0306\u0300", "a"),
        ('ú', "\u0306\u0309", "a"),
        ('ü', "\u0306\u0303", "a"),
        ('ë', "\u0306\u0323", "a"),
    ];

    /// <summary>What VNI writes with one character.</summary>
    private static readonly (string Sign, string Letter)[] VniSingles =
        [("ô", "ơ"), ("ö", "ư"), ("ñ", "đ"), ("í", "í"), ("ì", "ì"), ("æ", "ỉ"), ("ó", "ĩ"), ("ò", "ị"), ("î", "ỵ")];

    public static ImmutableArray<LegacyCoding> All { get; } =
    [
        new("TCVN3 (.VnTime)", OneToOne(Vietnamese + "ÂĂĐÊÔƠƯ", Tcvn3Letters + "¢¡§£¤¥¦")),
        new("VNI (VNI-Times)", Vni()),
        new("VPS (VPS Times)", OneToOne(Vietnamese + "ÁÂĐÉÊÔÚÝ", VpsLetters + "ÁÂñÉÊÔÚÝ")),
    ];

    /// <summary>The word that was meant; null where it was not typed so.</summary>
    public string? Decode(ReadOnlySpan<char> word)
    {
        var (decoded, at, isOther) = (new StringBuilder(word.Length), 0, false);
        var letters = Letters.GetAlternateLookup<ReadOnlySpan<char>>();
        while (at < word.Length)
        {
            if (at + 1 < word.Length && letters.TryGetValue(word.Slice(at, 2), out var pair))
            {
                decoded.Append(pair);
                (at, isOther) = (at + 2, true);
            }
            else if (letters.TryGetValue(word.Slice(at, 1), out var single))
            {
                decoded.Append(single);
                (at, isOther) = (at + 1, true);
            }
            else if (char.IsAsciiLetter(word[at]))
            {
                decoded.Append(word[at++]);
            }
            else
            {
                return null;
            }
        }

        return !isOther ? null : IsCapitals(word) ? decoded.ToString().ToUpperInvariant() : decoded.ToString();
    }

    public bool Has(char character) => Letters.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey([character]) || IsSign(character);

    /// <summary>Two ASCII capitals or more and nothing small between them: its letters with tones are capitals too.</summary>
    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var letter in word)
        {
            if (char.IsAsciiLetterLower(letter))
            {
                return false;
            }

            capitals += char.IsAsciiLetterUpper(letter) ? 1 : 0;
        }

        return capitals > 1;
    }

    private bool IsSign(char character) => Letters.Keys.Any(key => key.Length == 2 && key[1] == character);

    private static FrozenDictionary<string, string> OneToOne(string meant, string written) =>
        written.Zip(meant).ToFrozenDictionary(pair => pair.First.ToString(), pair => pair.Second.ToString(), StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Vni()
    {
        var letters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (sign, letter) in VniSingles)
        {
            letters[sign] = letter;
            letters[sign.ToUpperInvariant()] = letter.ToUpperInvariant();
        }

        foreach (var (sign, marks, vowels) in VniSigns)
        {
            foreach (var vowel in vowels)
            {
                var meant = (letters.GetValueOrDefault(vowel.ToString()) ?? vowel.ToString()) + marks;
                var (small, capital) = (meant.Normalize(), meant.ToUpperInvariant().Normalize());
                letters[$"{vowel}{sign}"] = small;
                letters[$"{char.ToUpperInvariant(vowel)}{char.ToUpperInvariant(sign)}"] = capital;
                letters[$"{char.ToUpperInvariant(vowel)}{sign}"] = capital;
            }
        }

        return letters.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
