using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Reach;

/// <summary>Follows short links and counts that they were opened: one more, and nothing else is kept.</summary>
internal sealed class LinkOpening(Store store)
{
    /// <summary>The delivery behind a link, counted as opened where a person did it. Two transactions; more when many open it at the same moment.</summary>
    /// <returns>Null where there is no such link.</returns>
    public async Task<DeliveryId?> OpenAsync(LinkCode code, bool byPerson, CancellationToken cancellation)
    {
        while (true)
        {
            if (await store.Links.FindAsync(code.Partition, code.Row, PublishingJson.Default.ShortLink, cancellation) is not { } link)
            {
                return null;
            }

            // Of those who meet here at once one always gets through, so this ends.
            var counted = !byPerson || await new Transaction(code.Partition)
                .Replace(link, link.Value with { Opens = link.Value.Opens + 1 }, PublishingJson.Default.ShortLink)
                .CommitAsync(store.Links, cancellation);
            if (counted)
            {
                return link.Value.Delivery;
            }
        }
    }
}
