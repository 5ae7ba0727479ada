using System.Collections.Immutable;
using Dissemination.Translation.Glossary;
using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Marks the terms of the glossary in the words of the original.</summary>
internal static class TermMarks
{
    public static HtmlString Of(string source, ImmutableArray<TermMatch> terms) =>
        MarkedText.Of(source, terms.Select(term => (term.Start, term.Length, default(string))));
}
