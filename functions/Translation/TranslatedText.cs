using System.Text;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Translation;

/// <summary>
/// Words as they come from a form or a request, in one form: NFC, one kind of line end, nothing where there is only space.
/// </summary>
internal static class TranslatedText
{
    private const char ZeroWidthSpace = '\u200B';

    /// <param name="pictures">
    /// A line for each of the words of pictures, empty where one is not translated; null leaves open what they are.
    /// </param>
    public static VersionText Normalise(string? title, string? summary, string? body, string? pictures = null) =>
        new(Line(title), Clean(summary), Clean(body) ?? "") { Pictures = pictures is null ? null : Lines(pictures) };

    /// <summary>Whether words that were typed as a whole are those that are stored. What they leave open is as it is.</summary>
    public static bool AreSame(VersionText typed, VersionText stored) =>
        typed with { Pictures = Lines(typed.Pictures ?? stored.Pictures) } == stored with { Pictures = Lines(stored.Pictures) };

    /// <summary>The words that were typed for a segment; null where there are none.</summary>
    public static string? WordsOf(string? typed) => Clean(typed) is { Length: > 0 } words ? words : null;

    private static string? Line(string? text) => Clean(text)?.Replace('\n', ' ');

    /// <summary>Lines stay in their places; empty ones at the end say nothing.</summary>
    private static string Lines(string? text) =>
        string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(Clean)).TrimEnd('\n');

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : WithoutNeedlessBreaks(ComposedText.Of(text).ReplaceLineEndings("\n")).Trim();

    /// <summary>
    /// Zero-width spaces divide words of Tai Viet, where they say where a line may break. Elsewhere they came along with something that was
    /// pasted.
    /// </summary>
    private static string WithoutNeedlessBreaks(string text)
    {
        if (!text.Contains(ZeroWidthSpace, StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var (at, character) in text.Index())
        {
            if (character != ZeroWidthSpace || (kept.Length > 0 && IsTaiViet(kept[^1]) && at + 1 < text.Length && IsTaiViet(text[at + 1])))
            {
                kept.Append(character);
            }
        }

        return kept.ToString();
    }

    private static bool IsTaiViet(char character) => character is >= '\uAA80' and <= '\uAADF';
}
