using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Sending;

/// <summary>What one turn at a share of the lanes has come to so far.</summary>
internal sealed class ShareRun(string share, KnownHealth health, ShareState memory, RecentVersions versions, DateTimeOffset begunAt)
{
    /// <summary>How long a turn works before it lets others have theirs.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(10);

    /// <summary>How long it goes on where it has to wait for an answer anyway.</summary>
    private static readonly TimeSpan LongestWorkBesideLate = TimeSpan.FromMinutes(1);

    /// <summary>How long a turn waits in all: a wait that is longer is spent in the queue.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>When what waits for a lane with a late answer is looked at again.</summary>
    private static readonly TimeSpan LateWait = TimeSpan.FromSeconds(5);

    private readonly Dictionary<DestinationId, Problem> _closed = [];
    private readonly Dictionary<string, Problem> _stopped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _paused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LaneQueue> _queues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Pace> _paces =
        memory.Lanes.ToDictionary(lane => lane.Key, lane => lane.Value.ToPace(), StringComparer.Ordinal);

    private KnownHealth _health = health;
    private TimeSpan _waited;

    public string Share => share;

    public RecentVersions Versions => versions;

    /// <summary>Ends the calls that are under way; who stops the turn does not end them with it, so that their answers are known.</summary>
    public CancellationToken Calls { get; init; }

    /// <summary>The sends that nobody waits for.</summary>
    public List<LateSend> Late { get; } = [];

    /// <summary>The items whose deliveries changed, and where their traces begin.</summary>
    public Dictionary<ItemId, string?> Touched { get; } = [];

    /// <summary>What was read anew of lanes and destinations holds from now on. A wait that a channel named in this turn stays.</summary>
    public void Know(KnownHealth now)
    {
        _health = now;
        _stopped.Clear();
        _closed.Clear();
    }

    public Pace PaceOf(string lane) => _paces.GetValueOrDefault(lane, Pace.Fresh);

    public void Keep(string lane, Pace pace) => _paces[lane] = pace;

    /// <summary>What the next turn has to know of the lanes.</summary>
    public IReadOnlyDictionary<string, LaneState> LanesAt(DateTimeOffset now) =>
        _paces.Select(lane => (lane.Key, Pace: lane.Value.At(now)))
            .Where(lane => !lane.Pace.IsFresh)
            .ToDictionary(lane => lane.Key, lane => LaneState.Of(lane.Pace), StringComparer.Ordinal);

    /// <summary>The blocks that wait for a lane.</summary>
    public LaneQueue QueueOf(string lane) =>
        _queues.TryGetValue(lane, out var queue) ? queue : _queues[lane] = new();

    /// <summary>The address of a destination that holds now.</summary>
    public Destination AsItIs(Destination destination) =>
        _health.Of(destination)?.MovedTo is { } moved ? destination with { Address = moved } : destination;

    /// <summary>Why a destination takes nothing any more; null where it does.</summary>
    public Problem? ClosedBecause(Destination destination) =>
        _closed.TryGetValue(destination.Id, out var reason) ? reason : _health.Of(destination)?.Closed;

    /// <summary>Nothing more is sent there in this turn.</summary>
    public void Close(Destination destination, Problem reason) => _closed[destination.Id] = reason;

    /// <summary>Why a lane's credential serves no more; null where it does.</summary>
    public Problem? StoppedBecause(string lane) => _stopped.GetValueOrDefault(lane) ?? _health.Of(lane)?.Stopped;

    /// <summary>Nothing more is sent on the lane in this turn.</summary>
    public void Stop(string lane, Problem reason) => _stopped[lane] = reason;

    /// <summary>Until when a lane has to wait, as its channel says, or as long as an answer is late; null where it need not.</summary>
    public DateTimeOffset? HeldUntil(string lane, DateTimeOffset now) =>
        PausedUntil(lane) is { } until && until > now ? until
        : Late.Exists(late => late.Sent.Value.Lane == lane) ? now + LateWait
        : null;

    /// <returns>Whether it is longer than known before.</returns>
    public bool Pause(string lane, DateTimeOffset until)
    {
        if (PausedUntil(lane) >= until)
        {
            return false;
        }

        _paused[lane] = until;
        return true;
    }

    /// <summary>Whether it is the turn of others.</summary>
    public bool HasWorkedLongAt(DateTimeOffset now) => now - begunAt > (Late.Count > 0 ? LongestWorkBesideLate : LongestWork);

    /// <summary>Whether so long a wait still fits into this turn; if so, it counts as waited.</summary>
    public bool MayWait(TimeSpan wait)
    {
        if (_waited + wait > LongestWait)
        {
            return false;
        }

        _waited += wait;
        return true;
    }

    private DateTimeOffset? PausedUntil(string lane) =>
        _paused.TryGetValue(lane, out var until) ? until : _health.Of(lane)?.PausedUntil;
}
