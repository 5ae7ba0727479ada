using System.Collections.Concurrent;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;

namespace Dissemination.Reach.Collection;

/// <summary>One turn of collecting: what holds for all posts that are asked for in it.</summary>
/// <param name="Until">Nothing is begun behind that: the next tick goes on.</param>
internal sealed record Turn(DirectorySnapshot Directory, KnownHealth Health, DateTimeOffset Until)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _resting = new(StringComparer.Ordinal);

    /// <summary>Until when nothing is asked on a lane: the channel stopped it, asked it to wait, or was asked too much in this turn.</summary>
    public DateTimeOffset? RestsUntil(string lane, DateTimeOffset now) =>
        Health.Of(lane) switch
        {
            { Stopped: not null } => now,
            { PausedUntil: { } until } when until > now => until,
            _ => _resting.TryGetValue(lane, out var until) && until > now ? until : (DateTimeOffset?)null,
        };

    public void Rest(string lane, DateTimeOffset until) =>
        _resting.AddOrUpdate(lane, until, (_, known) => known > until ? known : until);
}
