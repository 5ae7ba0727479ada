using Dissemination.Directory;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Small pieces that many pages hold.</summary>
internal static class Markup
{
    public static HtmlString Hidden(string name, string value) =>
        new($"""<input type="hidden" name="{Encode(name)}" value="{Encode(value)}">""");

    /// <summary>The link to the page after this one; nothing on the last.</summary>
    public static HtmlString Pager(string address, string? next, string parameter = "next") =>
        new(next is null
            ? ""
            : $"""<p><a class="button quiet" rel="next" href="{Encode(QueryHelpers.AddQueryString(address, parameter, next))}">{Encode(Texts.NextPage)}</a></p>""");

    /// <summary>Says that a text is a sample, where it is one.</summary>
    public static HtmlString SampleMark(bool sample) =>
        new(sample ? $"""<p class="mark">{Encode(Texts.SampleMark)}</p>""" : "");

    /// <summary>Words in their own language.</summary>
    public static HtmlString In(LanguageTag language, string text) => new($"""<span lang="{Encode(language.Value)}">{Encode(text)}</span>""");

    private static string Encode(string text) => ReadableHtml.Encoder.Encode(text);
}
