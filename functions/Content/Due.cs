using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What Content and Translation hand to Publishing: a language version that may go out from a time on.</summary>
/// <param name="Commune">The one commune of it whose own variant came, was approved or went, and whose deliveries follow; null for the whole version.</param>
/// <param name="TraceParent">The stage that handed it over; null where nothing was traced.</param>
internal sealed record Due(VersionId Version, DateTimeOffset At, CommuneId? Commune = null, string? TraceParent = null)
{
    [JsonIgnore]
    public TextId Text => new(Version, Commune);
}

internal static class DueWrites
{
    /// <param name="traceParent">Where it belongs if no stage hands it over but a person: <see cref="Item.TraceParent"/>.</param>
    public static Transaction Due(this Transaction transaction, TextId text, DateTimeOffset at, string? traceParent) =>
        transaction.Put(Keys.Due(at, text.ToString()), new Due(text.Version, at, text.Commune, Tracing.Current ?? traceParent), ContentJson.Default.Due);
}
