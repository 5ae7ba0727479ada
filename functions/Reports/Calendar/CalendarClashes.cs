using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Reports.Calendar;

/// <summary>Which items come to one page within an hour, so that readers would see neither: a pure function.</summary>
internal static class CalendarClashes
{
    /// <summary>Nearer to one another than that.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromHours(1);

    /// <summary>So many are told of one entry.</summary>
    private const int Most = 3;

    /// <param name="entries">In the order of their times.</param>
    public static ImmutableArray<CalendarEntry> In(ImmutableArray<CalendarEntry> entries, CalendarInput input, CalendarPlaces places)
    {
        var communes = input.Items.ToDictionary(item => item.Id, item => item.Communes);
        var pages = entries.Select(PagesOf).ToList();
        Dictionary<(FrozenSet<DestinationId>, FrozenSet<DestinationId>), int> shared = [];
        var clashes = entries.Select(_ => ImmutableArray.CreateBuilder<CalendarClash>()).ToList();
        for (var one = 0; one < entries.Length; one++)
        {
            for (var other = one + 1; other < entries.Length && entries[other].At - entries[one].At < Apart; other++)
            {
                if (entries[one].Item != entries[other].Item && clashes[one].Count < Most && clashes[other].Count < Most
                    && SharedBy(pages[one], pages[other]) is > 0 and var number)
                {
                    clashes[one].Add(Clash(entries[other], number));
                    clashes[other].Add(Clash(entries[one], number));
                }
            }
        }

        return [.. entries.Zip(clashes, (entry, found) => found.Count == 0 ? entry : entry with { Clashes = found.ToImmutable() })];

        FrozenSet<DestinationId> PagesOf(CalendarEntry entry) => places.PagesOf(
            communes.GetValueOrDefault(entry.Item, []), [.. entry.Lines.Where(line => line.IsToCome).Select(line => line.Language)]);

        int SharedBy(FrozenSet<DestinationId> these, FrozenSet<DestinationId> those) =>
            shared.TryGetValue((these, those), out var known) ? known : shared[(these, those)] = these.Count(those.Contains);
    }

    private static CalendarClash Clash(CalendarEntry other, int pages) => new(other.Item, other.Headline, other.At, pages);
}
