using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Scripts;

/// <summary>
/// What no syllable of Tai Viet has: two vowels of one kind, two tones, or consonants and nothing else. Mostly a key was pressed twice, or
/// a mark got lost.
/// </summary>
internal sealed class TaiVietSyllableCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text) =>
        from part in text.IsTaiViet ? text.Parts : []
        from word in Words(part.Target.Text)
        let written = part.Target.Text.Substring(word.Start, word.Length)
        from code in Wrong(written)
        select part.At(code, Severity.Warning, word.Start, word.Length, Excerpt.Of(written));

    private static IEnumerable<TextStretch> Words(string text)
    {
        for (int at = 0, end; at < text.Length; at = Math.Max(end, at + 1))
        {
            end = at;
            while (end < text.Length && Letters.IsTaiViet(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                yield return new(at, end - at);
            }
        }
    }

    private static IEnumerable<string> Wrong(string word)
    {
        var (vowel, tones, isDoubled, isTwice) = ('\0', 0, false, false);
        foreach (var letter in word)
        {
            if (Letters.IsTaiVietConsonant(letter))
            {
                (vowel, tones) = ('\0', 0);
            }
            else if (Letters.IsTaiVietTone(letter))
            {
                isTwice |= ++tones > 1;
            }
            else if (Letters.IsTaiVietVowel(letter))
            {
                isDoubled |= vowel == letter || (IsOnLetter(vowel) && IsOnLetter(letter));
                vowel = letter;
            }
        }

        if (isDoubled)
        {
            yield return nameof(ProblemTexts.DoubledVowel);
        }

        if (isTwice)
        {
            yield return nameof(ProblemTexts.TwoTones);
        }

        if (word.All(Letters.IsTaiVietConsonant) && !word[1..].Any(IsAlsoVowel))
        {
            yield return nameof(ProblemTexts.LoneConsonants);
        }
    }

    /// <summary>A vowel above or below a consonant, which has room for one.</summary>
    private static bool IsOnLetter(char vowel) => vowel is '\uAAB0' or (>= '\uAAB2' and <= '\uAAB4') or '\uAAB7' or '\uAAB8' or '\uAABE';

    /// <summary>The two letters that stand for a vowel behind a consonant.</summary>
    private static bool IsAlsoVowel(char consonant) => consonant is '\uAAAE' or '\uAAAF';
}
