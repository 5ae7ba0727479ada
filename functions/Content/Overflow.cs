using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What becomes of a text that is longer than a channel takes.</summary>
[JsonConverter(typeof(NamedEnumConverter<Overflow>))]
internal enum Overflow
{
    /// <summary>Cut where it hurts least; the link leads to all of it.</summary>
    Shorten,

    /// <summary>Sent in several posts, split between paragraphs.</summary>
    Split,

    /// <summary>Not sent there at all: a person decides.</summary>
    Refuse,
}
