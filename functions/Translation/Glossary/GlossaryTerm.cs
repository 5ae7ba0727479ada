using System.Text.Json.Serialization;
using Dissemination.Directory;
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

/// <summary>A term of one language's glossary.</summary>
/// <param name="Source">The Vietnamese term; empty where a word is forbidden whatever the original says.</param>
/// <param name="Target">Its translation, or the word that is forbidden.</param>
/// <param name="Note">What translators should know.</param>
internal sealed record GlossaryTerm(LanguageTag Language, string Source, string Target, TermRule Rule, string? Note = null);
