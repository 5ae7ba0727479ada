using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Publishing;

/// <summary>
/// What turns a language version into deliveries, a few at a time: whoever takes it writes those behind the mark, and the next step.
/// </summary>
/// <param name="DueAt">When the version was due.</param>
/// <param name="At">When its first step was made.</param>
/// <param name="AfterLane">The mark: the lane and destination of the last delivery that is written; null at the beginning.</param>
/// <param name="Planned">How many are written.</param>
/// <param name="Commune">The one commune whose own variant it is about; null for the whole version.</param>
/// <param name="TraceParent">The stage that took up the version, of which each step is one; null where nothing was traced.</param>
internal sealed record FanOutStep(
    VersionId Version,
    DateTimeOffset DueAt,
    DateTimeOffset At,
    string? AfterLane = null,
    DestinationId? AfterDestination = null,
    int Planned = 0,
    CommuneId? Commune = null,
    string? TraceParent = null)
{
    [JsonIgnore]
    public TextId Text => new(Version, Commune);
}
