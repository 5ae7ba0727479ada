using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>An item in one language in one commune. Names are short because a month has some forty thousand.</summary>
/// <param name="Commune">The commune under whose name it happened.</param>
internal sealed record CellSummary(
    [property: JsonPropertyName("c")] CommuneId Commune,
    [property: JsonPropertyName("f")] ImmutableArray<ChannelFigures> Channels)
{
    /// <summary>The gravest thing that it waits for in this commune; null where it waits for nothing but what its language does.</summary>
    [JsonPropertyName("w")]
    public Wait? Wait { get; init; }

    /// <summary>What the places of a channel wait for, where that is less grave than what the gravest of all do.</summary>
    [JsonPropertyName("x")]
    public ImmutableArray<ChannelWait> Waits { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>First posts and opens by channel and day.</summary>
    [JsonPropertyName("d")]
    public ImmutableArray<DayCount> Days { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was measured of each post, by channel.</summary>
    [JsonPropertyName("m")]
    public ImmutableArray<PostMeasure> Measures { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Why its newest posts failed.</summary>
    [JsonPropertyName("e")]
    public ImmutableArray<FailureCount> Failures { get; init => field = value.IsDefault ? [] : value; } = [];

    [JsonIgnore]
    public int Expected => Sum(static channel => channel.Expected);

    [JsonIgnore]
    public int Done => Sum(static channel => channel.Done);

    [JsonIgnore]
    public int OnTime => Sum(static channel => channel.OnTime);

    [JsonIgnore]
    public int Failed => Sum(static channel => channel.Failed);

    [JsonIgnore]
    public int Waiting => Sum(static channel => channel.Waiting);

    [JsonIgnore]
    public int? FirstMinutes => Channels.Min(channel => channel.FirstMinutes);

    /// <summary>Asked for of every cell of a campaign at once, so without a thing made for it.</summary>
    private int Sum(Func<ChannelFigures, int> figure)
    {
        var sum = 0;
        foreach (var channel in Channels)
        {
            sum += figure(channel);
        }

        return sum;
    }
}
