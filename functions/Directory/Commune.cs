using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dissemination.Directory;

/// <summary>A commune or ward.</summary>
/// <param name="Languages">What its people speak besides Vietnamese; data of the province, never guessed.</param>
internal sealed record Commune(CommuneId Id, string Name, CommuneKind Kind, ImmutableArray<LanguageTag> Languages, ReleasePolicy Release)
{
    /// <summary>The commune that took it over; null where it goes on. What was sent under its name stays under it.</summary>
    public CommuneId? MergedInto { get; init; }

    /// <summary>Where it stands on a map of tiles; null where nobody said so.</summary>
    public Tile? Tile { get; init; }

    /// <summary>When machines post nothing there; null where they may at any time.</summary>
    public HoursOfDay? QuietHours { get; init; }

    /// <summary>When its people read most, as the commune tells it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<HoursOfDay> BestHours
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefaultOrEmpty ? default : value;
    }

    /// <summary>The slots of its loudspeakers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<HoursOfDay> AiringHours
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefaultOrEmpty ? default : value;
    }

    /// <summary>Whether the directory names it no more: what happened under its name is still counted, and told under it.</summary>
    [JsonIgnore]
    public bool IsGone { get; init; }

    public bool Speaks(LanguageTag language) => language.IsVietnamese || Languages.Contains(language);
}
