using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>What a person tells of a commune on a day: a meeting, or how many opinions were gathered. One of the two is there.</summary>
internal sealed record Told
{
    /// <summary>What storage and sheets call a count of opinions, where a meeting has its kind.</summary>
    public const string OpinionsWord = "opinions";

    public required CommuneId Commune { get; init; }

    public required DateOnly Day { get; init; }

    public Meeting? Meeting { get; init; }

    public OpinionCount? Opinions { get; init; }

    /// <summary>What was spread there or asked about.</summary>
    public ImmutableArray<ItemId> Items { get; init; } = [];

    /// <summary>The kind of meeting, or the word for opinions.</summary>
    [JsonIgnore]
    public string KindWord => Meeting is { } meeting ? EnumNames.Of(meeting.Kind) : OpinionsWord;

    /// <summary>Whether it says the same as another, figure by figure.</summary>
    public bool SaysTheSameAs(Told other) =>
        (this with { Items = [], Meeting = Bare(Meeting) }) == (other with { Items = [], Meeting = Bare(other.Meeting) })
        && Items.SequenceEqual(other.Items)
        && (Meeting?.Languages ?? []).SequenceEqual(other.Meeting?.Languages ?? []);

    private static Meeting? Bare(Meeting? meeting) => meeting is null ? null : meeting with { Languages = [] };
}
