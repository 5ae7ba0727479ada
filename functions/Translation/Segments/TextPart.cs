using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Translation.Segments;

/// <summary>The parts of a language version's words.</summary>
[JsonConverter(typeof(NamedEnumConverter<TextPart>))]
internal enum TextPart
{
    Title,
    Summary,
    Body,

    /// <summary>The words of its pictures: alternative texts, captions and what is drawn on them.</summary>
    Pictures,
}
