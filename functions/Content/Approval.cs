using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>Who or what approved a revision of an item, under which document, when.</summary>
/// <param name="By">The person who did; null where it came through the container <c>approved</c>, whose writers the province chooses.</param>
/// <param name="Date">The document's date.</param>
internal sealed record Approval(PersonId? By, string Document, DateOnly Date)
{
    /// <summary>Who, for the record.</summary>
    [JsonIgnore]
    public string Who => By?.Value ?? HistoryEntry.ApprovedContainer;
}
