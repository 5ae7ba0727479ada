using Dissemination.Content;
using Dissemination.Translation;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The form with the words of a translation as a whole; those of pictures have a field for each line of the original.</summary>
internal sealed record TextForm(VersionText Typed)
{
    public static async ValueTask<TextForm> BindAsync(HttpContext context)
    {
        var form = await OwnForm.ReadAsync(context);
        return new(TranslatedText.Normalise(form["title"], form["summary"], form["body"], PicturesOf(form)));
    }

    private static string? PicturesOf(IFormCollection form) =>
        form.TryGetValue("pictures", out var lines) ? string.Join('\n', lines.ToArray()) : null;
}
