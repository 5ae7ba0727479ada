using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What places get that carry no Vietnamese, while nothing is approved in a language that they carry.</summary>
[JsonConverter(typeof(NamedEnumConverter<Untranslated>))]
internal enum Untranslated
{
    /// <summary>Nothing: they wait for the translation.</summary>
    Wait,

    /// <summary>The Vietnamese words; the translation follows as a post of its own once it is approved.</summary>
    Vietnamese,
}
