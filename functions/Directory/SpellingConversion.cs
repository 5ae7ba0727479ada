namespace Dissemination.Directory;

/// <summary>Another spelling of the same language that a text can be turned into.</summary>
/// <param name="To">The tag of the other spelling.</param>
/// <param name="IsDraft">Whether what comes of it has doubtful syllables, which a person settles.</param>
internal sealed record SpellingConversion(LanguageTag To, bool IsDraft);
