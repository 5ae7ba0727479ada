using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>Whether an item may go out in a language when its time comes.</summary>
[JsonConverter(typeof(NamedEnumConverter<OccasionState>))]
internal enum OccasionState
{
    Planned,

    /// <summary>Kept back until somebody lets it go.</summary>
    Held,

    /// <summary>Not in this language, while the item itself stays.</summary>
    Cancelled,
}
