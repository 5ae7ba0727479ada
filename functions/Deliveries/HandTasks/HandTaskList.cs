using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>A commune's open hand tasks, counted by item and by channel.</summary>
internal sealed record HandTaskList(WaitingHeads Heads, DateTimeOffset LateBefore)
{
    public static HandTaskList Empty { get; } = new(new([], AndMore: false), default);

    /// <summary>What came before it is late soon.</summary>
    public DateTimeOffset SoonBefore { get; init; }

    /// <summary>How long a task may wait.</summary>
    public TimeSpan LateAfter { get; init; }

    public int Open => Heads.Open;

    /// <summary>What is late soon, and when the first of it will be; null where nothing is.</summary>
    public (int Number, DateTimeOffset At)? Soon =>
        ReminderDecisions.Between([.. All.Select(head => new LateTasks(head.All, head.Since))], LateBefore, SoonBefore) is { } soon
            ? (soon.Number, soon.Oldest + LateAfter)
            : null;

    /// <summary>What is late; null where nothing is.</summary>
    public LateTasks? Late => All.Where(head => IsLate(head.Since)).Sum(head => head.All) is > 0 and var late
        ? new(late, All.Min(head => head.Since))
        : null;

    public IEnumerable<(ChannelKind Channel, int Open)> Channels =>
        from count in All.SelectMany(head => head.Counts)
        group count.Number by count.Channel into channel
        orderby channel.Key
        select (channel.Key, channel.Sum());

    private IEnumerable<WaitingHead> All => Heads.Rows.Select(row => row.Value).Where(head => head.All > 0);

    /// <summary>What is open of each language version, the oldest first.</summary>
    /// <param name="channel">Counted alone; null is all.</param>
    public IEnumerable<HandTaskGroup> Groups(ChannelKind? channel) =>
        from head in All
        where head.On(channel) > 0
        group head by head.Version into version
        select new HandTaskGroup(
            version.Key,
            version.First().Headline,
            version.Sum(head => head.On(channel)),
            version.Where(head => IsLate(head.Since)).Sum(head => head.On(channel)));

    public bool IsLate(DateTimeOffset since) => since < LateBefore;
}
