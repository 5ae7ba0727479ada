using System.Collections.Immutable;
using System.Text;
using Dissemination.Translation.Glossary;
using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Marks the terms of the glossary in the words of the original.</summary>
internal static class TermMarks
{
    public static HtmlString Of(string source, ImmutableArray<TermMatch> terms)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (var term in terms)
        {
            html.Append(Encode(source[done..term.Start])).Append("<mark>").Append(Encode(source.Substring(term.Start, term.Length))).Append("</mark>");
            done = term.Start + term.Length;
        }

        return new(html.Append(Encode(source[done..])).ToString());
    }

    private static string Encode(string text) => ReadableHtml.Encoder.Encode(text);
}
