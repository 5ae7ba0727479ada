using System.Collections.Immutable;

namespace Dissemination.Deliveries.Watching;

/// <summary>How the program itself is, at one time. Counts only.</summary>
/// <param name="Queues">For each queue how long its first message has waited.</param>
/// <param name="Posts">How many blocks of posts wait to be sent, as far as was looked.</param>
/// <param name="PostsLate">How long the one that is due first has waited since it was due; zero where none is due.</param>
/// <param name="Troubled">How many deliveries failed or are uncertain, as far as was looked.</param>
/// <param name="LanesStopped">The credentials that a channel refuses.</param>
/// <param name="LanesPaused">The lanes that wait because a channel said so, and until when.</param>
/// <param name="DeadLetters">How many messages and files could not be handled and wait for a person.</param>
/// <param name="Unchained">How long the first line has waited to be added to the record's chain.</param>
/// <param name="Credentials">For each credential how long it has been the same.</param>
internal sealed record WatchFigures(
    DateTimeOffset At,
    ImmutableSortedDictionary<string, TimeSpan> Queues,
    int Posts,
    TimeSpan PostsLate,
    int Troubled,
    ImmutableArray<string> LanesStopped,
    ImmutableSortedDictionary<string, DateTimeOffset> LanesPaused,
    int DeadLetters,
    TimeSpan Unchained,
    ImmutableSortedDictionary<string, TimeSpan> Credentials)
{
    /// <summary>So much is looked at of a list, in one transaction.</summary>
    public const int Most = 1_000;

    /// <summary>The longest that anything of the program's own waits for its turn.</summary>
    public TimeSpan QueueAge => Queues.Values.Append(PostsLate).Append(Unchained).Max();

    public TimeSpan OldestCredential => Credentials.Values.DefaultIfEmpty(TimeSpan.Zero).Max();
}
