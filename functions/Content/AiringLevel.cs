using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>How soon loudspeakers air a text, in the three levels that stations of communes work by.</summary>
[JsonConverter(typeof(NamedEnumConverter<AiringLevel>))]
internal enum AiringLevel
{
    /// <summary>In a slot of the commune, when there is room.</summary>
    Ordinary,

    /// <summary>In the next slot, before what is ordinary.</summary>
    Priority,

    /// <summary>At once, whatever the slots are.</summary>
    Urgent,
}
