using System.Text;

namespace Dissemination.Translation.Segments;

/// <summary>
/// The form in which words are compared: small letters, and the tone mark behind them, so that <c>hoà</c> is <c>hòa</c> and <c>thuỷ</c> is
/// <c>thủy</c>.
/// </summary>
internal static class Folding
{
    public static string Of(string word)
    {
        var small = word.ToLowerInvariant();
        if (Ascii.IsValid(small))
        {
            return small;
        }

        var (folded, tone) = (new StringBuilder(small.Length + 4), '\0');
        foreach (var character in small.Normalize(NormalizationForm.FormD))
        {
            if (IsTone(character) && tone == '\0')
            {
                tone = character;
            }
            else
            {
                folded.Append(character);
            }
        }

        return tone == '\0' ? folded.ToString() : folded.Append(tone).ToString();
    }

    /// <summary>Whether a word bears one of the five tone marks of Vietnamese. Mông writes its tones as letters.</summary>
    public static bool HasToneMark(string folded) => folded.Length > 0 && IsTone(folded[^1]);

    /// <summary>One of the five tone marks of Vietnamese.</summary>
    public static bool IsTone(char character) => character is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';
}
