using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Dissemination.Deliveries;

/// <summary>Follows short links and counts that they were opened: one more, and nothing else is kept.</summary>
internal sealed class ShortLinkStore(Store store, DeliveryReader deliveries, DirectoryStore directories, LinkCounter counter) : IDisposable
{
    /// <summary>Where a link leads never changes; these are those that are read now.</summary>
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public void Dispose() => _known.Dispose();

    /// <summary>Lets the links of a version lead to it, before any post carries one. One transaction.</summary>
    public async Task AddAsync(VersionId version, CancellationToken cancellationToken) =>
        await new Transaction(LinkCode.OfVersion(version))
            .Put(version.ToString(), new(version), DeliveriesJson.Default.ShortLink)
            .CommitAsync(store.Links, cancellationToken);

    /// <summary>
    /// The delivery behind a link, counted as opened where a person did it. Two transactions for the first who comes, mostly.
    /// </summary>
    /// <returns>Null where there is no such link.</returns>
    public async Task<DeliveryId?> OpenAsync(LinkCode code, bool byPerson, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(code, out DeliveryId delivery))
        {
            if (await FindAsync(code, cancellationToken) is not { } found)
            {
                return null;
            }

            delivery = _known.Set(code, found, new MemoryCacheEntryOptions { Size = 1 });
        }

        if (byPerson)
        {
            counter.Count(code);
        }

        return delivery;
    }

    /// <summary>
    /// How often the links of a language version were opened, by code, with what this copy of the program has counted by now. One
    /// transaction for each thousand, and a flush.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, long>> OpensAsync(VersionId version, CancellationToken cancellationToken)
    {
        await counter.FlushAsync(cancellationToken);
        var letters = LinkCode.OfVersion(version);
        Dictionary<string, long> opens = new(StringComparer.Ordinal);
        await foreach (var row in store.Links.PartitionAsync(
            Keys.LinkOpensOf(letters), DeliveriesJson.Default.LinkOpens, cancellationToken))
        {
            var code = letters + row.Value.Link;
            opens[code] = opens.GetValueOrDefault(code) + row.Value.Opens;
        }

        return opens;
    }

    /// <summary>
    /// Only the communes that the directory names or has named are looked into: anybody may ask for any letters, and to look for them
    /// among all that went out of a version costs much.
    /// </summary>
    private async Task<DeliveryId?> FindAsync(LinkCode code, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        var communes = directory.Communes.Concat(directory.Past.Gone).Select(commune => commune.Id)
            .Concat(directory.Past.Former.Select(former => former.Destination.Id.Commune))
            .Distinct()
            .Where(commune => LinkCode.OfCommune(commune) == code.Commune)
            .ToList();
        if (communes.Count == 0)
        {
            return null;
        }

        var named = store.Links.PartitionAsync(code.Version, DeliveriesJson.Default.ShortLink, cancellationToken);
        await foreach (var row in named)
        {
            var all = communes.ToAsyncEnumerable().SelectMany(one => deliveries.OfAsync(row.Value.Version, one, cancellationToken));
            if (await all.FirstOrDefaultAsync(stored => stored.Value.Link == code.ToString(), cancellationToken) is { } found)
            {
                return found.Value.Id with { Removes = false };
            }
        }

        return null;
    }
}
