using Dissemination.Content;
using Dissemination.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Dissemination.Deliveries;

/// <summary>Follows short links and counts that they were opened: one more, and nothing else is kept.</summary>
internal sealed class ShortLinkStore(Store store, LinkCounter counter) : IDisposable
{
    /// <summary>Where a link leads never changes; these are those that are read now.</summary>
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public void Dispose() => _known.Dispose();

    /// <summary>The delivery behind a link, counted as opened where a person did it. One transaction for the first who comes.</summary>
    /// <returns>Null where there is no such link.</returns>
    public async Task<DeliveryId?> OpenAsync(LinkCode code, bool byPerson, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(code, out DeliveryId delivery))
        {
            if (await store.Links.FindAsync(code.Partition, code.Row, DeliveriesJson.Default.ShortLink, cancellationToken) is not { } link)
            {
                return null;
            }

            delivery = _known.Set(code, link.Value.Delivery, new MemoryCacheEntryOptions { Size = 1 });
        }

        if (byPerson)
        {
            counter.Count(code);
        }

        return delivery;
    }

    /// <summary>
    /// The links of a language version, with what this copy of the program has counted by now. Two transactions for each thousand, and a
    /// flush.
    /// </summary>
    public async IAsyncEnumerable<ShortLink> OfAsync(
        VersionId version, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await counter.FlushAsync(cancellationToken);
        var links = LinkCode.PrefixOf(version);
        Dictionary<string, long> opens = new(StringComparer.Ordinal);
        await foreach (var row in store.Links.PartitionsAsync(
            Keys.LinkOpensOf(links), DeliveriesJson.Default.LinkOpens, cancellationToken))
        {
            var link = $"{row.PartitionKey}{row.Value.Link}";
            opens[link] = opens.GetValueOrDefault(link) + row.Value.Opens;
        }

        await foreach (var row in store.Links.PartitionsAsync(links, DeliveriesJson.Default.ShortLink, cancellationToken))
        {
            var counted = opens.GetValueOrDefault($"{Keys.LinkOpensOf(row.PartitionKey)}{row.RowKey}");
            yield return row.Value with { Opens = row.Value.Opens + counted };
        }
    }
}
