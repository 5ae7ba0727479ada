using System.Collections.Immutable;
using System.Text.Json;

namespace Dissemination.Tests.Runs;

/// <summary>What a measured program says of itself, as one line of JSON.</summary>
/// <param name="Storage">The storage transactions since it started, by what they were for.</param>
/// <param name="Counters">The program's own counters by name: what it planned, delivered and so on.</param>
internal sealed record Measurement(ImmutableArray<StorageUse> Storage, ImmutableSortedDictionary<string, long> Counters)
{
    /// <summary>What a line with one begins with.</summary>
    public const string Prefix = "measured ";

    public static Measurement None { get; } = new([], ImmutableSortedDictionary<string, long>.Empty);

    public string ToLine() => Prefix + JsonSerializer.Serialize(this);

    /// <param name="line">What stood behind <see cref="Prefix"/>.</param>
    public static Measurement Parse(string line) => JsonSerializer.Deserialize<Measurement>(line)!;

    /// <summary>All transactions, or those of a service.</summary>
    public long Of(string by, string? service = null) =>
        Storage.Where(use => use.By == by && (service is null || use.Service == service)).Sum(use => use.Count);

    /// <summary>What came since an earlier one of the same process, the most first.</summary>
    public Measurement Since(Measurement earlier)
    {
        var before = earlier.Storage.ToDictionary(use => use with { Count = 0 }, use => use.Count);
        return new(
            [
                .. Storage.Select(use => use with { Count = use.Count - before.GetValueOrDefault(use with { Count = 0 }) })
                    .Where(use => use.Count > 0)
                    .OrderBy(use => use.By == StorageUse.Host)
                    .ThenByDescending(use => use.Count),
            ],
            Counters.ToImmutableSortedDictionary(
                counter => counter.Key, counter => counter.Value - earlier.Counters.GetValueOrDefault(counter.Key)));
    }
}
