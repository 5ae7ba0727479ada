using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>Answers Content which translations are approved. A commune's own variant counts for itself where its common text is not.</summary>
internal sealed class ApprovedTranslations(Store store) : IReadyTexts
{
    /// <summary>Two transactions.</summary>
    public async Task<IReadOnlyList<TextId>> OfAsync(ItemId item, int revision, CancellationToken cancellation)
    {
        var common = await ApprovedAsync(Keys.TranslationsOf(item.Value, revision), cancellation);
        var own = await ApprovedAsync(Keys.VariantsOf(item.Value, revision), cancellation);
        return [.. common, .. own.Where(variant => !common.Contains(variant.Version))];
    }

    private ValueTask<List<TextId>> ApprovedAsync(string prefix, CancellationToken cancellation) =>
        store.Editorial
            .StartingWithAsync(Keys.Editorial, prefix, TranslationJson.Default.TranslatedVersion, cancellation)
            .Where(row => row.Value.State is TranslationState.Approved)
            .Select(row => row.Value.TextId)
            .ToListAsync(cancellation);
}
