using Dissemination.Content;

namespace Dissemination.Translation;

/// <summary>What there is already that a translation can start from.</summary>
/// <param name="Existing">The translation of this very revision, if there is one.</param>
/// <param name="Previous">That of the newest earlier revision with the words that it translates, if there is one.</param>
/// <param name="Supplied">The text handed in for this language, if there is one.</param>
internal sealed record KnownTexts(
    TranslatedVersion? Existing = null, EarlierTranslation? Previous = null, SuppliedTranslation? Supplied = null);
