using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>Which translations of an item are approved. A commune's own variant counts for itself where its common text is not.</summary>
internal sealed class ApprovedTranslationReader(Store store)
{
    /// <summary>Two transactions.</summary>
    public async Task<IReadOnlyList<TextId>> OfAsync(ItemId item, int revision, CancellationToken cancellationToken)
    {
        var common = await ApprovedAsync(Keys.TranslationsOf(item.Value, revision), cancellationToken);
        var own = await ApprovedAsync(Keys.VariantsOf(item.Value, revision), cancellationToken);
        return [.. common, .. own.Where(variant => !common.Contains(variant.Version))];
    }

    private ValueTask<List<TextId>> ApprovedAsync(string prefix, CancellationToken cancellationToken) =>
        store.Editorial
            .StartingWithAsync(Keys.Editorial, prefix, TranslationJson.Default.TranslatedVersion, cancellationToken)
            .Where(row => row.Value.State is TranslationState.Approved)
            .Select(row => row.Value.TextId)
            .ToListAsync(cancellationToken);
}
