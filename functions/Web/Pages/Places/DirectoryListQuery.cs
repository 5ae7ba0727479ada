using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Places;

/// <summary>What of a table of the directory is shown.</summary>
/// <param name="Search">Words that stand in a row; all rows where there are none.</param>
/// <param name="Commune">Whose rows; null for all.</param>
/// <param name="Kind">Of a destination its channel, of a person a role, by the words of the files; null for all.</param>
/// <param name="IsAmiss">Whether only those are shown to which nothing can be sent as things stand.</param>
/// <param name="From">How many rows stand before the first.</param>
internal sealed record DirectoryListQuery(string? Search, CommuneId? Commune, string? Kind, bool IsAmiss, int From)
{
    public static ValueTask<DirectoryListQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        return new(new DirectoryListQuery(
            query["q"],
            IStringId<CommuneId>.Find(query["commune"]),
            query["kind"] is { Count: > 0 } kind && kind[0] is { Length: > 0 } word ? word : null,
            query["state"] == "amiss",
            int.TryParse(query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0));
    }

    /// <summary>The same rows again, from the first.</summary>
    public string AddressIn(DirectoryTable table) => QueryHelpers.AddQueryString(
        DirectoryAddress.Of(table),
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["q"] = string.IsNullOrWhiteSpace(Search) ? null : Search,
            ["commune"] = Commune?.Value,
            ["kind"] = Kind,
            ["state"] = IsAmiss ? "amiss" : null,
        });

    public bool Finds(DirectoryRow row) =>
        (string.IsNullOrWhiteSpace(Search) || row.Cells.Values.Any(cell => Has(cell, Search)))
        && (Commune is not { } commune || row.Cells.GetValueOrDefault("commune") == commune.Value)
        && (Kind is not { } kind
            || row.Cells.GetValueOrDefault("channel") == kind
            || row.Cells.GetValueOrDefault("roles")?.Split(';').Contains(kind, StringComparer.Ordinal) == true);

    /// <summary>Words are typed in haste, so that <c>bung lao</c> finds Búng Lao.</summary>
    private static bool Has(string cell, string sought) =>
        SearchText.Bare(cell).Contains(SearchText.Bare(sought.Trim()), StringComparison.Ordinal);
}
