using System.Globalization;
using Dissemination.Directory;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What of a glossary is shown.</summary>
/// <param name="Search">Letters that stand in a term, its translation or its note; all terms where there are none.</param>
/// <param name="From">How many terms stand before the first.</param>
internal sealed record GlossaryQuery(LanguageTag Language, string? Search, int From)
{
    public string Address => AddressOf("/glossary");

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
