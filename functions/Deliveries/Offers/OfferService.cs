using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Offers;

/// <summary>
/// What was published before a commune, a language or a destination came into the directory, and is still valid: people of the province
/// choose what of it is planned there. Where nobody chooses, nothing is.
/// </summary>
internal sealed class OfferService(
    Store store, ItemReader items, PublishedVersionStore published, DirectoryStore directories, TimeProvider time)
{
    /// <summary>Under what these decisions stand in the record.</summary>
    private const string RecordSubject = "directory";

    /// <summary>What went out longer ago is offered to nobody.</summary>
    private static readonly TimeSpan HowFarBack = TimeSpan.FromDays(90);

    /// <summary>The most versions of one offer: a transaction for each item to see where it is wanted.</summary>
    private const int Most = 300;

    /// <summary>The communes where something is new and not decided about, without the versions. One transaction.</summary>
    public async Task<ImmutableArray<Offer>> OpenAsync(CancellationToken cancellationToken)
    {
        var decided = await store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.OfferPrefix, DeliveriesJson.Default.OfferDecision, cancellationToken)
            .ToDictionaryAsync(row => row.Value.Commune, row => row.Value, cancellationToken: cancellationToken);
        return Offer.Open(await directories.CurrentAsync(cancellationToken), decided);
    }

    /// <summary>The offer of a commune; null where nothing is new there.</summary>
    public async Task<Offer?> FindAsync(CommuneId commune, CancellationToken cancellationToken)
    {
        if ((await OpenAsync(cancellationToken)).FirstOrDefault(offer => offer.Commune.Id == commune) is not { } offer)
        {
            return null;
        }

        var (now, directory) = (time.GetUtcNow(), await directories.CurrentAsync(cancellationToken));
        var valid = await items.AllAsync(cancellationToken)
            .Select(row => row.Value)
            .Where(item => item.State is ItemState.Approved && !item.IsExpired(now))
            .ToDictionaryAsync(item => item.Id, cancellationToken: cancellationToken);
        var versions = await published.SinceAsync(now - HowFarBack, cancellationToken)
            .Where(version => valid.TryGetValue(version.Version.Item, out var item) && item.Revision == version.Version.Revision
                && !item.IsEarly(version.Version.Language, now))
            .Where(version => offer.IsFor(version, directory))
            .DistinctBy(version => version.Version)
            .Where(async (version, token) =>
                (await items.ContentAsync(version.Version.Item, version.Version.Revision, token)).IsWantedIn(commune, directory))
            .Take(Most)
            .Select(version => (version, item: valid[version.Version.Item]))
            .Select(each => new OfferedVersion(each.version.Version, each.item.Headline, each.version.At, each.item.ExpiresAt))
            .ToListAsync(cancellationToken);
        return offer with { Versions = [.. versions] };
    }

    /// <summary>Plans what was chosen, perhaps nothing, and closes the offer. One transaction for each thirty.</summary>
    /// <returns>What was decided; nothing is done where the offer is gone or does not hold what was chosen.</returns>
    public async Task<Result<OfferDecision>> DecideAsync(
        CommuneId commune, IReadOnlyCollection<VersionId> chosen, Person by, CancellationToken cancellationToken)
    {
        if (by.StaffProblem is { } problem)
        {
            return problem;
        }

        if (await FindAsync(commune, cancellationToken) is not { } offer
            || chosen.Except(offer.Versions.Select(offered => offered.Version)).Any())
        {
            return new Problem(nameof(ProblemTexts.OfferChanged));
        }

        var now = time.GetUtcNow();
        foreach (var chunk in chosen.Chunk(Transaction.Limit / 3))
        {
            var transaction = new Transaction(Keys.Editorial);
            foreach (var version in chunk)
            {
                // As a step of the one commune: what stands there already is left as it is.
                transaction
                    .HandOver(OutboxTopics.Publish, VersionDue.Of(new(version, commune), now))
                    .Record(new(
                        version.Item.Value, now, by.Id.Value, "offer-taken", version.Revision, version.Language.Value, commune.Value));
            }

            await transaction.CommitAsync(store.Editorial, cancellationToken);
        }

        var decision = new OfferDecision(commune, offer.Until, chosen.Count, by.Id, now);
        await new Transaction(Keys.Editorial)
            .Put(Keys.Offer(commune.Value), decision, DeliveriesJson.Default.OfferDecision)
            .Record(new(RecordSubject, now, by.Id.Value, "offer-decided", Detail: $"{commune}: {chosen.Count}/{offer.Versions.Length}"))
            .CommitAsync(store.Editorial, cancellationToken);
        return decision;
    }
}
