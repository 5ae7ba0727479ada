using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Waiting;

/// <summary>A row of a list: what waits of one language version in one commune since one moment, or a part of that.</summary>
internal sealed record WaitingRow : IListedByHead
{
    /// <summary>The most deliveries in a row: whoever changes one of them writes them all.</summary>
    public const int Most = 100;

    public required CommuneId Commune { get; init; }

    public required VersionId Version { get; init; }

    public required ItemKind Kind { get; init; }

    /// <summary>Of the item, in Vietnamese.</summary>
    public required string Headline { get; init; }

    public required DeliveryState State { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>How soon loudspeakers air it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AiringLevel Airing { get; init; }

    /// <summary>In the order of their deliveries.</summary>
    public required ImmutableArray<WaitingPlace> Places { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>As people see them.</summary>
    [JsonIgnore]
    public IEnumerable<WorklistEntry> Entries => Places.Select(place => new WorklistEntry(
        DeliveryId.Parse($"{Version}.{Commune}.{place.Row}", provider: null),
        place.Channel,
        place.Name,
        Kind,
        Headline,
        State,
        place.Reason,
        Since,
        place.Action)
    {
        Airing = Airing,
    });

    [JsonIgnore]
    public string HeadJson => Encoding.UTF8.GetString(ReadableJson.Write(Head, DeliveriesJson.Default.WaitingHead).Span);

    private WaitingHead Head => new()
    {
        Commune = Commune,
        Version = Version,
        Headline = Headline,
        Since = Since,
        Airing = Airing,
        Elsewhere = State is DeliveryState.Held
            ? Places.Count(place => place.Reason is { Code: not nameof(ProblemTexts.WaitsForCommune) })
            : 0,
        Counts =
        [
            .. from place in Places
               group place by place.Channel into channel
               orderby channel.Key
               select new WaitingCount(channel.Key, channel.Count()),
        ],
    };

    /// <param name="like">One of those that wait: it tells what they have in common.</param>
    /// <param name="places">In the order of their deliveries.</param>
    public static WaitingRow Of(WaitingKey key, WorklistEntry like, IEnumerable<WaitingPlace> places) => new()
    {
        Commune = key.Commune,
        Version = key.Version,
        Kind = like.Kind,
        Headline = like.Headline,
        State = like.State,
        Since = key.Since,
        Airing = like.Airing,
        Places = [.. places],
    };
}
