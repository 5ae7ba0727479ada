using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Deliveries.Waiting;

/// <summary>What a row of a list holds, without the deliveries: lists of many are counted by it.</summary>
internal sealed record WaitingHead
{
    public required CommuneId Commune { get; init; }

    public required VersionId Version { get; init; }

    /// <summary>Of the item, in Vietnamese.</summary>
    public required string Headline { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>How soon loudspeakers air it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AiringLevel Airing { get; init; }

    /// <summary>By channel.</summary>
    public required ImmutableArray<WaitingCount> Counts { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many of them nobody of the commune can let go: they wait for an approval, or for the province.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Elsewhere { get; init; }

    [JsonIgnore]
    public int All => Counts.Sum(count => count.Number);

    /// <param name="channel">Null is all.</param>
    public int On(ChannelKind? channel) => Counts.Where(count => channel is null || count.Channel == channel).Sum(count => count.Number);
}
