using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>An item with all its translations, as they stand.</summary>
/// <param name="Content">Of the current revision.</param>
/// <param name="Supplied">What was supplied for it, by language.</param>
/// <param name="Common">The translations that all communes share, oldest revision first.</param>
/// <param name="Variants">The communes' own, oldest revision first.</param>
internal sealed record ItemTranslations(
    Row<Item> Item,
    ItemContent Content,
    DirectorySnapshot Directory,
    IReadOnlyDictionary<LanguageTag, SuppliedTranslation> Supplied,
    List<Row<TranslatedVersion>> Common,
    List<Row<TranslatedVersion>> Variants)
{
    /// <summary>The current revision in a language.</summary>
    public VersionId In(LanguageTag language) => new(Item.Value.Id, Item.Value.Revision, language);

    /// <summary>Whether a translation is of an earlier revision and nobody said so yet.</summary>
    public bool Outdates(TranslatedVersion translation) =>
        translation.Id.Revision < Item.Value.Revision && translation.State is not (TranslationState.Outdated or TranslationState.Dropped);
}
