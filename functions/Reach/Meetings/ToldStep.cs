using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Reach.Meetings;

/// <summary>Who changed what was told, when and why.</summary>
internal sealed record ToldStep(PersonId By, DateTimeOffset At, string Reason)
{
    /// <summary>Whether it only undid the step before: what was asked then is asked again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUndo { get; init; }
}
