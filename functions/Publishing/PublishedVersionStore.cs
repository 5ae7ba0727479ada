using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>The language versions that went out: what Publishing hands to Reach.</summary>
internal sealed class PublishedVersionStore(Store store)
{
    /// <summary>Those that were due since then, newest first. One transaction for each thousand.</summary>
    public IAsyncEnumerable<PublishedVersion> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        store.Editorial.BetweenAsync(
            Keys.Editorial,
            Keys.PublishedPrefix,
            Keys.PublishedUntil(since),
            PublishingJson.Default.PublishedVersion,
            cancellationToken)
            .Select(row => row.Value);

    /// <summary>Writes down that a version went out, in the transaction that ends its fan-out.</summary>
    public static Transaction Add(Transaction transaction, FanOutStep step) =>
        transaction.Put(
            Keys.Published(step.DueAt, step.Version.ToString()),
            new PublishedVersion(step.Version, step.At, step.Planned),
            PublishingJson.Default.PublishedVersion);
}
