using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Which of an item's deliveries an address names. What it names wrongly counts as not named.</summary>
/// <param name="State">Null for all.</param>
/// <param name="Commune">Null for all.</param>
/// <param name="From">How many stand before the first that is shown.</param>
internal sealed record ItemDeliveriesQuery(DeliveryState? State, CommuneId? Commune, int From)
{
    public static ValueTask<ItemDeliveriesQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        return new(new ItemDeliveriesQuery(
            EnumNames.Find<DeliveryState>(query["state"].ToString()),
            IStringId<CommuneId>.Find(query["commune"]),
            int.TryParse(query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0));
    }

    /// <summary>The address that shows this, from the first on.</summary>
    public string AddressOf(ItemId item) => QueryHelpers.AddQueryString(
        $"/items/{item}/deliveries",
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["state"] = State is { } state ? EnumNames.Of(state) : null,
            ["commune"] = Commune?.Value,
        });
}
