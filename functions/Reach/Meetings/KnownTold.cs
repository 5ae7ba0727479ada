using System.Collections.Frozen;
using Dissemination.Content;

namespace Dissemination.Reach.Meetings;

/// <summary>What is there already, to hold a sheet against.</summary>
/// <param name="ById">Under the id that each had when it was told first.</param>
/// <param name="ByMark">As each stands now; without what was taken back.</param>
internal sealed record KnownTold(
    FrozenDictionary<ToldId, ToldRecord> ById,
    FrozenDictionary<string, ToldRecord> ByMark,
    FrozenSet<ItemId> Items,
    FrozenSet<string> Topics)
{
    public static KnownTold Of(IEnumerable<ToldRecord> records, IEnumerable<ItemId> items, IEnumerable<string> topics)
    {
        var all = records.DistinctBy(record => record.Id).ToList();
        return new(
            all.ToFrozenDictionary(record => record.Id),
            all.Where(record => !record.IsWithdrawn)
                .DistinctBy(record => MeetingDecisions.MarkOf(record.Told), StringComparer.Ordinal)
                .ToFrozenDictionary(record => MeetingDecisions.MarkOf(record.Told), StringComparer.Ordinal),
            items.ToFrozenSet(),
            topics.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>What is the same thing as a row of a sheet: as it stands now, or as it was told first.</summary>
    public ToldRecord? Find(Told told) =>
        ByMark.GetValueOrDefault(MeetingDecisions.MarkOf(told)) ?? ById.GetValueOrDefault(ToldId.Of(told));
}
