using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation;

/// <summary>Answers Content which translations are approved.</summary>
internal sealed class ApprovedTranslations(Translations translations) : IReadyLanguages
{
    public async Task<IReadOnlyList<LanguageTag>> OfAsync(ItemId item, int revision, CancellationToken cancellation) =>
        await translations
            .OfAsync(item, revision, cancellation)
            .Where(row => row.Value.State is TranslationState.Approved)
            .Select(row => row.Value.Id.Language)
            .ToListAsync(cancellation);
}
