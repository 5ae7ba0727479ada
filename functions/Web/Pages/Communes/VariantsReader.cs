using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Reads what stands beside a text: one transaction, and those that tell why a reader cannot begin a variant.</summary>
internal sealed class VariantsReader(TranslationService translations, VariantCommands commands)
{
    public async Task<VariantsView> ReadAsync(
        TranslatedVersion translation, ItemContent source, Person reader, CancellationToken cancellationToken)
    {
        var version = translation.Id;
        return translation.TextId.IsVariant
            ? new((await translations.FindAsync(version, cancellationToken))?.Value, [], WhyNoVariant: null)
            : new(
                Common: null,
                [.. await translations.VariantsOfAsync(version, cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken)],
                await commands.WhyNotAsync(translation, source, reader, cancellationToken));
    }
}
