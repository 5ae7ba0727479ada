using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Publishing;

/// <summary>A language version that went out, as the calendar shows it.</summary>
/// <param name="WantedAt">When it was to go out; null where it had no time of its own.</param>
/// <param name="At">When it did.</param>
/// <param name="Deliveries">To how many places.</param>
internal sealed record OutOccasion(
    VersionId Version, DateTimeOffset? WantedAt, DateTimeOffset At, int Deliveries, string Headline, ItemKind Kind)
{
    public string? Resolution { get; init; }

    /// <summary>Where it was wanted; empty means everywhere.</summary>
    public ImmutableArray<CommuneId> Communes { get; init => field = value.IsDefault ? [] : value; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }

    public static OutOccasion Of(PublishableVersion version, FanOutStep step) =>
        new(version.Id, version.Item.WantedAt(version.Id.Language), step.At, step.Planned, version.Item.Headline, version.Item.Kind)
        {
            Resolution = version.Content.Resolution,
            Communes = version.Content.Communes,
            Sample = version.Item.Sample,
        };
}
