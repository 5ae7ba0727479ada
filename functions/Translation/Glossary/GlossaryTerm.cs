using Dissemination.Directory;

namespace Dissemination.Translation.Glossary;

/// <summary>A term of one language's glossary.</summary>
/// <param name="Source">The Vietnamese term; empty where a word is forbidden whatever the original says.</param>
/// <param name="Target">Its translation, or the word that is forbidden.</param>
/// <param name="Note">What translators should know.</param>
internal sealed record GlossaryTerm(LanguageTag Language, string Source, string Target, TermRule Rule, string? Note = null);
