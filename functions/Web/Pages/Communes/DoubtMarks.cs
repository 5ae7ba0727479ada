using System.Collections.Immutable;
using Dissemination.Translation.Segments;
using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Marks the doubtful syllables of converted words, each with the reason.</summary>
internal static class DoubtMarks
{
    public static HtmlString Of(string text, ImmutableArray<ConversionDoubt> doubts) =>
        MarkedText.Of(text, doubts.Select(doubt => (doubt.Start, doubt.Length, (string?)ReasonOf(doubt))));

    /// <summary>Why a syllable is doubtful.</summary>
    public static string ReasonOf(ConversionDoubt doubt)
    {
        var format = doubt.Choices.Length switch { 0 => Texts.DoubtUnknown, 1 => Texts.DoubtUnsure, _ => Texts.DoubtChoices };
        return TextFormat.Fill(format, doubt.Original, string.Join(", ", doubt.Choices));
    }
}
