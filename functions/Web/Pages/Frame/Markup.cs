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
    public static HtmlString Pager(string address, string? next, string parameter = "next")
    {
        if (next is null)
        {
            return HtmlString.Empty;
        }

        var link = QueryHelpers.AddQueryString(address, parameter, next);
        return new($"""<p><a class="button quiet" rel="next" href="{Encode(link)}">{Encode(Texts.NextPage)}</a></p>""");
    }

    /// <summary>How much waits behind a link; nothing where nothing does.</summary>
    public static HtmlString Count(string? waiting) =>
        waiting is null ? HtmlString.Empty : new($" <span class=\"waiting\">{Encode(waiting)}</span>");

    /// <summary>Says that something is to be looked at, where it is.</summary>
    public static HtmlString Look(bool isAmiss) => new(isAmiss ? $"""<span class="state bad">{Encode(Texts.StatusLook)}</span>""" : "");

    /// <summary>Says that a translation is a sample, where it is one.</summary>
    public static HtmlString SampleMark(bool sample) => Mark(sample, Texts.SampleMark);

    /// <summary>Says that a Vietnamese original is a sample, where it is one: those who read it need no speaker to check it.</summary>
    public static HtmlString SampleItemMark(bool sample) => Mark(sample, Texts.SampleItem);

    /// <summary>Says of words in a language that they are a sample, where they are.</summary>
    public static HtmlString SampleMark(bool sample, LanguageTag language) =>
        language.IsVietnamese ? SampleItemMark(sample) : SampleMark(sample);

    private static HtmlString Mark(bool sample, string text) => new(sample ? $"""<p class="mark">{Encode(text)}</p>""" : "");

    private static string Encode(string text) => ReadableHtml.Encoder.Encode(text);
}
