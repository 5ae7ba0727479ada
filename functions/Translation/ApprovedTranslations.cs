using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>Answers Content which translations are approved.</summary>
internal sealed class ApprovedTranslations(Store store) : IReadyLanguages
{
    public async Task<IReadOnlyList<LanguageTag>> OfAsync(ItemId item, int revision, CancellationToken cancellation) =>
        await store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.TranslationsOf(item.Value, revision), TranslationJson.Default.TranslatedVersion, cancellation)
            .Where(row => row.Value.State is TranslationState.Approved)
            .Select(row => row.Value.Id.Language)
            .ToListAsync(cancellation);
}
