using System.Text;

namespace Dissemination.Translation.Memory;

/// <summary>
/// Puts the numbers of one text into the translation of another that differs in numbers alone. Only where there is no doubt which number is
/// which: each that changes stands in the translation as often as in the original and written the same way, and becomes the same number
/// everywhere.
/// </summary>
internal static class NumberReplacement
{
    /// <returns>The translation with the new numbers; null where the texts differ in more, or there is a doubt.</returns>
    public static string? In(string target, MemoryText source, MemoryText wanted)
    {
        if (source.Tokens.Length != wanted.Tokens.Length)
        {
            return null;
        }

        var becomes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (before, after) in source.Tokens.Zip(wanted.Tokens))
        {
            if (before.IsNumber != after.IsNumber || (!before.IsNumber && before.Folded != after.Folded))
            {
                return null;
            }

            if (before.IsNumber && becomes.TryAdd(before.Folded, after.Folded) is false && becomes[before.Folded] != after.Folded)
            {
                return null;
            }
        }

        var translation = MemoryText.Of(target);
        foreach (var (before, _) in becomes.Where(number => number.Key != number.Value))
        {
            if (Occurrences(translation, before) != Occurrences(source, before))
            {
                return null;
            }
        }

        return Replaced(translation, becomes);
    }

    private static int Occurrences(MemoryText text, string number) => text.Tokens.Count(token => token.IsNumber && token.Folded == number);

    private static string Replaced(MemoryText text, Dictionary<string, string> becomes)
    {
        var (replaced, done) = (new StringBuilder(text.Text.Length + 8), 0);
        foreach (var token in text.Tokens.Where(token => token.IsNumber && becomes.ContainsKey(token.Folded)))
        {
            replaced.Append(text.Text, done, token.Start - done).Append(becomes[token.Folded]);
            done = token.Start + token.Length;
        }

        return replaced.Append(text.Text, done, text.Text.Length - done).ToString();
    }
}
