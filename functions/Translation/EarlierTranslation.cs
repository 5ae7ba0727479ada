using Dissemination.Content;

namespace Dissemination.Translation;

/// <summary>The translation of an earlier revision and the words that it translates.</summary>
internal sealed record EarlierTranslation(TranslatedVersion Translation, VersionText Source);
