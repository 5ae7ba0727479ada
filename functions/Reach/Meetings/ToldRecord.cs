using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>What was told, by whom, and how it stands now.</summary>
internal sealed record ToldRecord : IFilteredRow
{
    /// <summary>What queries filter by.</summary>
    public const string KindProperty = "Kind";

    public required ToldId Id { get; init; }

    public required Told Told { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who changed it last, and when; null where it stands as it was told first.</summary>
    public ToldStep? LastChange { get; init; }

    /// <summary>Whether it was taken back: it stays in the list, and in no sum.</summary>
    public bool IsWithdrawn { get; init; }

    [JsonIgnore]
    public IEnumerable<KeyValuePair<string, object>> FilteredBy => [new(KindProperty, Told.KindWord)];
}
