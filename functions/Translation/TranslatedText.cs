using System.Text;
using Dissemination.Content;

namespace Dissemination.Translation;

/// <summary>Words as they come from a form or a request, in one form: NFC, one kind of line end, nothing where there is only space.</summary>
internal static class TranslatedText
{
    public static VersionText Normalise(string? title, string? summary, string? body) => new(Line(title), Line(summary), Clean(body) ?? "");

    private static string? Line(string? text) => Clean(text)?.Replace('\n', ' ');

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC).Trim();
}
