namespace Dissemination.Deliveries.HandTasks;

/// <summary>Of which hand tasks people are reminded, each once before it is late and once after: pure functions.</summary>
internal static class ReminderDecisions
{
    /// <summary>Those that came from one moment until before another; null where none did.</summary>
    public static LateTasks? Between(IReadOnlyList<LateTasks> waiting, DateTimeOffset from, DateTimeOffset before)
    {
        var found = waiting.Where(tasks => tasks.Oldest >= from && tasks.Oldest < before).ToList();
        return found.Count == 0 ? null : new(found.Sum(tasks => tasks.Number), found.Min(tasks => tasks.Oldest));
    }

    /// <summary>What is news of a commune, and what it has been told of then.</summary>
    /// <param name="told">What it was told of before; null for nothing.</param>
    public static (LateTasks? Soon, LateTasks? Late, Reminded Told) News(
        IReadOnlyList<LateTasks> waiting, Reminded? told, DateTimeOffset lateBefore, DateTimeOffset soonBefore)
    {
        var before = told ?? new(DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        var late = Between(waiting, before.Late, lateBefore);
        var soon = Between(waiting, before.Soon > lateBefore ? before.Soon : lateBefore, soonBefore);
        return (soon, late, new(soon is null ? before.Soon : soonBefore, late is null ? before.Late : lateBefore));
    }
}
