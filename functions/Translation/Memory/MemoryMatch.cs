namespace Dissemination.Translation.Memory;

/// <summary>A segment of the memory that is like the one that is looked for.</summary>
/// <param name="Percent">How like: 100 where nothing differs, 99 where only capitals, space or numbers do, else the share of tokens that
/// need no change, at most 98.</param>
/// <param name="Target">Its translation, with the numbers of the segment that is looked for where only they differ.</param>
internal sealed record MemoryMatch(MemorySegment Segment, MatchKind Kind, int Percent, string Target)
{
    /// <summary>What is kept for a difference of capitals, space or numbers.</summary>
    public const int NearlyExact = 99;

    /// <summary>Whether a person must look at it before it stands for a translation.</summary>
    public bool NeedsReview => Kind is not MatchKind.Exact;

    /// <summary>The percent for a number of changed tokens.</summary>
    /// <param name="longer">The tokens of the longer of the two.</param>
    public static int PercentOf(int distance, int longer) =>
        longer == 0 ? 0 : Math.Min(NearlyExact - 1, 100 * (longer - distance) / longer);

    /// <summary>The most changed tokens with which so many per cent are reached.</summary>
    public static int MostChanges(int percent, int longer) => longer - (((percent * longer) + 99) / 100);
}
