using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What of a glossary is shown.</summary>
/// <param name="Search">Letters that stand in a term, its translation or its note; all terms where there are none.</param>
/// <param name="From">How many terms stand before the first.</param>
internal sealed record GlossaryQuery(LanguageTag Language, string? Search, int From)
{
    public const string Path = "/glossary";

    /// <summary>Why nothing can be written for the language that was asked for; null where it is one of them.</summary>
    public Problem? Refusal { get; private init; }

    public string Address => AddressOf(Path);

    public static ValueTask<GlossaryQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        string? language = query["language"];
        return new(new GlossaryQuery(
            LanguageChoice.Of(language),
            query["q"],
            int.TryParse(query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0)
        {
            Refusal = LanguageChoice.Check(language),
        });
    }

    /// <summary>The same terms under another address, so that a form comes back to them.</summary>
    public string AddressOf(string path) => QueryHelpers.AddQueryString(
        path,
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["language"] = Language.Value,
            ["q"] = string.IsNullOrWhiteSpace(Search) ? null : Search,
            ["from"] = From > 0 ? From.ToString(CultureInfo.InvariantCulture) : null,
        });
}
