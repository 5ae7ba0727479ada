using System.Collections.Concurrent;
using Dissemination.Content;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>
/// The language versions that one turn reads: its senders come to a version at about the same time. An approval taken back this moment is
/// noticed as late.
/// </summary>
internal sealed class RecentVersions(VersionReader versions, TimeProvider time)
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<VersionId, (DateTimeOffset ReadAt, Lazy<Task<PublishableVersion>> Version)> _read = new();

    /// <summary>As it stands, or stood a moment ago. As many transactions as reading it takes, or none.</summary>
    public Task<PublishableVersion> ReadAsync(VersionId id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = _read.AddOrUpdate(
            id, _ => Reading(id, now), (_, last) => now - last.ReadAt > Holds || last.Version.Value.IsFaulted ? Reading(id, now) : last);
        foreach (var (old, (readAt, _)) in _read.Where(read => now - read.Value.ReadAt > Holds))
        {
            _read.TryRemove(old, out _);
        }

        return found.Version.Value.WaitAsync(cancellationToken);
    }

    // Whoever waits for it together with others must not be cancelled with one of them.
    private (DateTimeOffset ReadAt, Lazy<Task<PublishableVersion>> Version) Reading(VersionId id, DateTimeOffset now) =>
        (now, new(() => versions.ReadAsync(id, CancellationToken.None)));
}
