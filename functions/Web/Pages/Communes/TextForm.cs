using Dissemination.Content;
using Dissemination.Translation;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The form with the words of a translation as a whole.</summary>
internal sealed record TextForm(VersionText Typed)
{
    public static async ValueTask<TextForm> BindAsync(HttpContext context)
    {
        var form = await OwnForm.ReadAsync(context);
        return new(TranslatedText.Normalise(form["title"], form["summary"], form["body"]));
    }
}
