using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Reach.Meetings;

/// <summary>The sums of what was told of a commune, on a day or altogether.</summary>
internal sealed record CommuneTally(CommuneId Commune)
{
    /// <summary>By kind and mode; those that there are.</summary>
    public ImmutableArray<KindTally> Kinds { get; init; } = [];

    public OpinionTally Opinions { get; init; } = OpinionTally.Empty;

    [JsonIgnore]
    public bool IsEmpty => Kinds.IsEmpty && Opinions == OpinionTally.Empty;

    /// <summary>With what was told, or with <paramref name="sign"/> −1 without it again.</summary>
    public CommuneTally With(Told told, int sign) => this with
    {
        Kinds = told.Meeting is { } meeting ? KindsWith(meeting, sign) : Kinds,
        Opinions = told.Opinions is { } opinions ? Opinions.With(opinions, sign) : Opinions,
    };

    public CommuneTally Plus(CommuneTally other) => this with
    {
        Kinds = Ordered(
            Kinds.Concat(other.Kinds)
                .GroupBy(tally => (tally.Kind, tally.Mode))
                .Select(same => same.Aggregate((sum, one) => sum.Plus(one)))),
        Opinions = Opinions.Plus(other.Opinions),
    };

    /// <summary>All meetings of one mode, whatever their kind.</summary>
    public MeetingFigures Of(MeetingMode mode) => MeetingFigures.Of(Kinds.Where(tally => tally.Mode == mode));

    public bool Equals(CommuneTally? other) =>
        other is not null && Commune == other.Commune && Opinions == other.Opinions && Kinds.SequenceEqual(other.Kinds);

    public override int GetHashCode() => HashCode.Combine(Commune, Opinions, Kinds.Length);

    private ImmutableArray<KindTally> KindsWith(Meeting meeting, int sign)
    {
        var before = Kinds.FirstOrDefault(tally => tally.Kind == meeting.Kind && tally.Mode == meeting.Mode);
        var after = (before ?? KindTally.Empty(meeting.Kind, meeting.Mode)).With(meeting, sign);
        return Ordered(Kinds.Where(tally => tally != before).Append(after));
    }

    /// <summary>What comes to nothing is not there, so that sums that say the same are the same. Less than nothing would show.</summary>
    private static ImmutableArray<KindTally> Ordered(IEnumerable<KindTally> tallies) =>
        [.. tallies.Where(tally => tally != KindTally.Empty(tally.Kind, tally.Mode)).OrderBy(tally => (tally.Kind, tally.Mode))];
}
