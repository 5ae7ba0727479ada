using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Translation.Glossary;

/// <summary>How a term binds a translator.</summary>
[JsonConverter(typeof(NamedEnumConverter<TermRule>))]
internal enum TermRule
{
    /// <summary>Where the original has the term, its translation should be used.</summary>
    Preferred,

    /// <summary>Where the original has the term, its translation must be used.</summary>
    Locked,

    /// <summary>The translation must not be used.</summary>
    Forbidden,
}
