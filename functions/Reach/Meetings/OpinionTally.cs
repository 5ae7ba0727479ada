using System.Text.Json.Serialization;

namespace Dissemination.Reach.Meetings;

/// <summary>Opinions that were gathered: in person and online are two sums, never one.</summary>
/// <param name="InPersonCounts">In how many tellings the first was told.</param>
/// <param name="OnlineCounts">In how many tellings the second was told.</param>
internal sealed record OpinionTally(int InPersonCounts, long InPerson, int OnlineCounts, long Online)
{
    public static readonly OpinionTally Empty = new(0, 0, 0, 0);

    /// <summary>One telling more, or with <paramref name="sign"/> −1 one less.</summary>
    public OpinionTally With(OpinionCount opinions, int sign) => new(
        InPersonCounts + (opinions.InPerson is null ? 0 : sign),
        InPerson + (sign * (long)(opinions.InPerson ?? 0)),
        OnlineCounts + (opinions.Online is null ? 0 : sign),
        Online + (sign * (long)(opinions.Online ?? 0)));

    /// <summary>Null where nobody told any.</summary>
    [JsonIgnore]
    public long? ToldInPerson => InPersonCounts > 0 ? InPerson : null;

    /// <summary>Null where nobody told any.</summary>
    [JsonIgnore]
    public long? ToldOnline => OnlineCounts > 0 ? Online : null;

    public OpinionTally Plus(OpinionTally other) => new(
        InPersonCounts + other.InPersonCounts, InPerson + other.InPerson, OnlineCounts + other.OnlineCounts, Online + other.Online);
}
