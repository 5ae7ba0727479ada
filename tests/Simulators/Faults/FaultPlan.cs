using System.Collections.Immutable;

namespace Dissemination.Simulators.Faults;

/// <summary>
/// How often what goes wrong. The same seed and the same number of the call give the same fault, so that a run can be repeated.
/// </summary>
public sealed record FaultPlan
{
    public static FaultPlan None { get; } = new();

    public int Seed { get; init; }

    /// <summary>The share of calls with each fault, from 0 to 1; the rest goes well.</summary>
    public ImmutableDictionary<Fault, double> Shares { get; init; } = [];

    /// <summary>Seconds that a "later" names.</summary>
    public int RetryAfter { get; init; } = 2;

    /// <summary>
    /// A call that arrives this soon after an answer "later" was under way before its sender could have read it; longer on a machine that
    /// is busy.
    /// </summary>
    public TimeSpan UnderWay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a slow answer takes.</summary>
    public TimeSpan Slowness { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Credentials that are dead.</summary>
    public ImmutableHashSet<string> DeadCredentials { get; init; } = [];

    /// <summary>After how many calls with it a credential dies half way; empty for none.</summary>
    public ImmutableDictionary<string, int> DiesAfter { get; init; } = [];

    /// <summary>
    /// Whether every answer that is no yes repeats the credentials that it was called with, in its error's words or on a gateway's page.
    /// </summary>
    public bool EchoesCredentials { get; init; }

    /// <summary>The fault of the call with this number.</summary>
    public Fault Of(int call)
    {
        // SplitMix64: well spread, and nothing but the seed and the number goes in.
        var bits = unchecked(((ulong)Seed << 32) + (ulong)call + 1) * 0x9E3779B97F4A7C15UL;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        var at = (bits ^ (bits >> 31)) / (double)ulong.MaxValue;
        foreach (var (fault, share) in Shares.OrderBy(entry => entry.Key))
        {
            if (at < share)
            {
                return fault;
            }

            at -= share;
        }

        return Fault.None;
    }
}
