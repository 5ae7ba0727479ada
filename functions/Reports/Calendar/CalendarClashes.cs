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
        var pages = new Dictionary<CalendarEntry, HashSet<DestinationId>>(ReferenceEqualityComparer.Instance);
        var clashes = entries.Select(_ => ImmutableArray.CreateBuilder<CalendarClash>()).ToList();
        for (var one = 0; one < entries.Length; one++)
        {
            for (var other = one + 1; other < entries.Length && entries[other].At - entries[one].At < Apart; other++)
            {
                if (entries[one].Item != entries[other].Item && clashes[one].Count < Most && clashes[other].Count < Most
                    && PagesOf(entries[one]).Count(PagesOf(entries[other]).Contains) is > 0 and var shared)
                {
                    clashes[one].Add(Clash(entries[other], shared));
                    clashes[other].Add(Clash(entries[one], shared));
                }
            }
        }

        return [.. entries.Zip(clashes, (entry, found) => found.Count == 0 ? entry : entry with { Clashes = found.ToImmutable() })];

        // What people post by hand they post when they please.
        HashSet<DestinationId> PagesOf(CalendarEntry entry) =>
            pages.TryGetValue(entry, out var known) ? known : pages[entry] =
            [
                .. entry.Lines.Where(line => line.IsToCome)
                    .SelectMany(line => places.Of(communes.GetValueOrDefault(entry.Item, []), line.Language))
                    .Where(destination => destination is { IsByHand: false, Channel: not ChannelKind.Website })
                    .Select(destination => destination.Id),
            ];
    }

    private static CalendarClash Clash(CalendarEntry other, int pages) => new(other.Item, other.Headline, other.At, pages);
}
