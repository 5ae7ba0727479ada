using System.Text;

namespace Dissemination.Problems;

/// <summary>
/// Letters together with their marks, whatever came: half of a surrogate pair and U+FFFE, on which the library throws, become U+FFFD, the
/// sign for what cannot be read. Files are refused for them; a form, an address or a program's request may hold them all the same.
/// </summary>
internal static class ComposedText
{
    private const char NoCharacter = '\uFFFE';

    public static string Of(string text, NormalizationForm form = NormalizationForm.FormC) =>
        (IsWhole(text) ? text : string.Concat(text.EnumerateRunes().Select(Readable))).Normalize(form);

    private static bool IsWhole(string text) =>
        !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains(NoCharacter, StringComparison.Ordinal);

    /// <summary>Halves of pairs are read as the sign already.</summary>
    private static Rune Readable(Rune rune) => rune.Value == NoCharacter ? Rune.ReplacementChar : rune;
}
