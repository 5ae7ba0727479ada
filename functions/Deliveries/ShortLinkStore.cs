using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>Follows short links and counts that they were opened: one more, and nothing else is kept.</summary>
internal sealed class ShortLinkStore(Store store)
{
    /// <summary>
    /// The delivery behind a link, counted as opened where a person did it. Two transactions; more when many open it at the same moment.
    /// </summary>
    /// <returns>Null where there is no such link.</returns>
    public async Task<DeliveryId?> OpenAsync(LinkCode code, bool byPerson, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await store.Links.FindAsync(code.Partition, code.Row, DeliveriesJson.Default.ShortLink, cancellationToken) is not { } link)
            {
                return null;
            }

            // Of those who meet here at once one always gets through, so this ends.
            var counted = !byPerson || await new Transaction(code.Partition)
                .Replace(link, link.Value with { Opens = link.Value.Opens + 1 }, DeliveriesJson.Default.ShortLink)
                .CommitAsync(store.Links, cancellationToken);
            if (counted)
            {
                return link.Value.Delivery;
            }
        }
    }

    /// <summary>The links of a language version. One transaction for each thousand.</summary>
    public IAsyncEnumerable<ShortLink> OfAsync(VersionId version, CancellationToken cancellationToken) =>
        store.Links.PartitionsAsync(LinkCode.PrefixOf(version), DeliveriesJson.Default.ShortLink, cancellationToken)
            .Select(row => row.Value);
}
