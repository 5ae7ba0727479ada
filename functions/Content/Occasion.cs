using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>What people decided on the calendar about an item in one language, before it goes out.</summary>
/// <param name="At">When it goes out instead of the item's own time; null where nobody moved it.</param>
/// <param name="Since">When that was decided.</param>
internal sealed record Occasion(LanguageTag Language, DateTimeOffset Since, DateTimeOffset? At = null)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OccasionState State { get; init; }
}
