using Dissemination.Directory;

namespace Dissemination.Translation.Drafting;

/// <summary>The machine translators that are configured: none, as a rule.</summary>
internal sealed class DraftTranslators(IEnumerable<IDraftTranslator> translators)
{
    public bool Serves(LanguageTag to) => Find(to) is not null;

    public IDraftTranslator? Find(LanguageTag to) => translators.FirstOrDefault(translator => translator.Serves(to));
}
