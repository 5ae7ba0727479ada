using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>The language versions that went out: what Publishing hands to Reach.</summary>
internal sealed class PublishedVersionStore(Store store)
{
    private readonly RowMemory<OutOccasion> _onCalendar = new(store.Editorial, Keys.Editorial, PublishingJson.Default.OutOccasion);

    /// <summary>Those that were due since then, newest first. One transaction for each thousand.</summary>
    public IAsyncEnumerable<PublishedVersion> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        store.Editorial.BetweenAsync(
            Keys.Editorial,
            Keys.PublishedPrefix,
            Keys.PublishedUntil(since),
            PublishingJson.Default.PublishedVersion,
            cancellationToken)
            .Select(row => row.Value);

    /// <summary>
    /// Those that stand on the calendar from one day until before another: where they went out, and where they were wanted. One transaction
    /// for each thousand, and another where some were written since they were read last.
    /// </summary>
    public async Task<IReadOnlyList<OutOccasion>> OnCalendarAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
    [
        .. (await _onCalendar.BetweenAsync(Keys.OutOnCalendarFrom(from), Keys.OutOnCalendarFrom(to), cancellationToken))
            .Select(row => row.Value),
    ];

    /// <summary>
    /// Writes down that a version went out, and on which days the calendar shows it, in the transaction that ends its fan-out.
    /// </summary>
    public static Transaction Add(Transaction transaction, FanOutStep step, PublishableVersion version)
    {
        var (name, occasion) = (step.Version.ToString(), OutOccasion.Of(version, step));
        transaction.Put(
            Keys.Published(step.DueAt, name),
            new PublishedVersion(step.Version, step.At, step.Planned),
            PublishingJson.Default.PublishedVersion);
        foreach (var day in new[] { LocalTime.DayOf(occasion.At), LocalTime.DayOf(occasion.WantedAt ?? occasion.At) }.Distinct())
        {
            transaction.Put(Keys.OutOnCalendar(day, name), occasion, PublishingJson.Default.OutOccasion);
        }

        return transaction;
    }
}
