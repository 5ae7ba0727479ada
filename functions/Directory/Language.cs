namespace Dissemination.Directory;

/// <summary>A language that communes may speak.</summary>
/// <param name="Tag">Its BCP 47 tag.</param>
/// <param name="Name">Its name in Vietnamese, with the script or spelling where there are several.</param>
/// <param name="EnglishName">Its name in English.</param>
internal sealed record Language(LanguageTag Tag, string Name, string EnglishName);
