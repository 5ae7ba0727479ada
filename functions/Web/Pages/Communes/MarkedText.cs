using System.Text;
using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Words with some of them marked.</summary>
internal static class MarkedText
{
    /// <param name="marks">Which, from the first to the last, and why; those that reach beyond the text are left out.</param>
    public static HtmlString Of(string text, IEnumerable<(int Start, int Length, string? Reason)> marks)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (var (start, length, reason) in marks.Where(mark => mark.Start + mark.Length <= text.Length))
        {
            html.Append(Encode(text[done..start])).Append(reason is null ? "<mark>" : $"<mark title=\"{Encode(reason)}\">")
                .Append(Encode(text.Substring(start, length))).Append("</mark>");
            done = start + length;
        }

        return new(html.Append(Encode(text[done..])).ToString());
    }

    private static string Encode(string text) => ReadableHtml.Encoder.Encode(text);
}
