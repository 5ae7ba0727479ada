using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Which held posts an address names.</summary>
/// <param name="Commune">As staff choose one; others see their own commune's.</param>
/// <param name="Next">Led to this page; null on the first.</param>
internal sealed record HeldQuery(CommuneId? Commune, string? Next)
{
    public const string Path = "/held";

    public static ValueTask<HeldQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        return new(new HeldQuery(
            IStringId<CommuneId>.Find(query["commune"]), query["next"].ToString() is { Length: > 0 } next ? next : null));
    }

    /// <summary>The address of the list, or of an act that leads back to it.</summary>
    public string Address(string path = Path) => QueryHelpers.AddQueryString(
        path, new Dictionary<string, string?>(StringComparer.Ordinal) { ["commune"] = Commune?.Value, ["next"] = Next });
}
