using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dissemination.Translation.Drafting;
using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Marks the doubtful syllables of converted words, each with the reason.</summary>
internal static class DoubtMarks
{
    public static HtmlString Of(string text, ImmutableArray<ConversionDoubt> doubts)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (var doubt in doubts.Where(doubt => doubt.Start + doubt.Length <= text.Length))
        {
            html.Append(Encode(text[done..doubt.Start])).Append("<mark title=\"").Append(Encode(ReasonOf(doubt))).Append("\">").Append(Encode(text.Substring(doubt.Start, doubt.Length))).Append("</mark>");
            done = doubt.Start + doubt.Length;
        }

        return new(html.Append(Encode(text[done..])).ToString());
    }

    /// <summary>Why a syllable is doubtful.</summary>
    public static string ReasonOf(ConversionDoubt doubt)
    {
        var format = doubt.Choices.Length switch { 0 => Texts.DoubtUnknown, 1 => Texts.DoubtUnsure, _ => Texts.DoubtChoices };
        return string.Format(CultureInfo.CurrentCulture, format, doubt.Original, string.Join(", ", doubt.Choices));
    }

    private static string Encode(string text) => ReadableHtml.Encoder.Encode(text);
}
