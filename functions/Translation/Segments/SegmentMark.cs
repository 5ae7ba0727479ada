using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Translation.Segments;

/// <summary>Where the words of a segment come from, as long as no person has written or kept them.</summary>
[JsonConverter(typeof(NamedEnumConverter<SegmentMark>))]
internal enum SegmentMark
{
    /// <summary>A person's words.</summary>
    None,

    /// <summary>The original changed; the words are those of the one before.</summary>
    NeedsEdit,

    /// <summary>Filled in from the memory or from the same words elsewhere in the text.</summary>
    FromMemory,

    /// <summary>Drafted by a machine.</summary>
    MachineDraft,

    /// <summary>Converted from another spelling; see its doubts.</summary>
    Converted,
}
