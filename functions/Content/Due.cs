using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What Content and Translation hand to Publishing: a language version that may go out from a time on.</summary>
/// <param name="Commune">The one commune of it whose own variant came, was approved or went, and whose deliveries follow; null for the whole version.</param>
internal sealed record Due(VersionId Version, DateTimeOffset At, CommuneId? Commune = null)
{
    [JsonIgnore]
    public TextId Text => new(Version, Commune);
}

internal static class DueWrites
{
    public static Transaction Due(this Transaction transaction, TextId text, DateTimeOffset at) =>
        transaction.Put(Keys.Due(at, text.ToString()), new Due(text.Version, at, text.Commune), ContentJson.Default.Due);
}
