using System.Collections.Immutable;

namespace Dissemination.Storage.Records;

/// <summary>What looking through the whole record came to.</summary>
/// <param name="Lines">How many lines the chain has.</param>
/// <param name="Waiting">How many lines wait to be chained: a minute's at most.</param>
/// <param name="Faults">The first hundred, the newest first.</param>
/// <param name="FaultCount">How many there are.</param>
internal sealed record RecordVerdict(long Lines, int Waiting, ImmutableArray<RecordFault> Faults, int FaultCount)
{
    /// <summary>So many are told.</summary>
    public const int Most = 100;

    public RecordEnd? End { get; init; }

    public bool IsWhole => FaultCount == 0;
}
