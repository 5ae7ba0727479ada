using System.Collections.Immutable;
using System.Text;
using Dissemination.Channels.Rendering;
using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Seen;

/// <summary>A text with its styles as HTML, letter by letter the same: a pure function.</summary>
internal static class StyledHtml
{
    public static HtmlString Of(string text, ImmutableArray<TextSpan> spans)
    {
        var html = new StringBuilder();
        int[] ends = [0, text.Length, .. spans.Select(span => span.Start), .. spans.Select(span => span.Start + span.Length)];
        int[] cuts = [.. ends.Distinct().Order()];
        for (var at = 0; at + 1 < cuts.Length; at++)
        {
            var (start, end) = (cuts[at], cuts[at + 1]);
            TextSpan[] over =
                [.. spans.Where(span => span.Start <= start && span.Start + span.Length >= end).OrderByDescending(span => span.Style)];
            html.AppendJoin("", over.Select(Begin))
                .Append(ReadableHtml.Encoder.Encode(text[start..end]))
                .AppendJoin("", over.Reverse().Select(End));
        }

        return new(html.ToString());
    }

    private static string Begin(TextSpan span) => span.Style switch
    {
        TextStyle.Bold => "<strong>",
        TextStyle.Italic => "<em>",
        _ => $"""<a href="{ReadableHtml.Encoder.Encode(span.Address ?? "")}" rel="noreferrer">""",
    };

    private static string End(TextSpan span) => span.Style switch
    {
        TextStyle.Bold => "</strong>",
        TextStyle.Italic => "</em>",
        _ => "</a>",
    };
}
