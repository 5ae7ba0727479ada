using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>A step that a language version needs next.</summary>
/// <param name="At">From when on.</param>
/// <param name="Commune">The one commune whose own variant it is about; null for the whole version.</param>
internal sealed record VersionDue(VersionId Version, DateTimeOffset At, CommuneId? Commune = null, string? TraceParent = null) : IOutboxEntry
{
    [JsonIgnore]
    public TextId Text => new(Version, Commune);

    /// <param name="traceParent">Where it belongs if no stage hands it over but a person: <see cref="Item.TraceParent"/>.</param>
    public static VersionDue Of(TextId text, DateTimeOffset at, string? traceParent = null) =>
        new(text.Version, at, text.Commune, Tracing.Current ?? traceParent);
}
