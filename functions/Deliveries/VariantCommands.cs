using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Variants;
using ETag = Azure.ETag;

namespace Dissemination.Deliveries;

/// <summary>
/// What people do with a commune's own variant, as far as it depends on what is out there: only where nothing is, may one begin or be given
/// up.
/// </summary>
internal sealed class VariantCommands(VariantService variants, TranslationService translations, DeliveryReader deliveries)
{
    /// <summary>
    /// Why a person cannot begin a variant for his or her commune as things stand; null where he or she can. Two transactions.
    /// </summary>
    public async Task<Problem?> WhyNotAsync(
        TranslatedVersion common, ItemContent content, Person by, CancellationToken cancellationToken) =>
        await variants.WhyNotAsync(common, content, await IsOutAsync(common.Id, by.Commune, cancellationToken), by, cancellationToken);

    /// <summary>Begins the variant of a person's commune. Seven transactions.</summary>
    public async Task<Result<Row<TranslatedVersion>>> StartAsync(VersionId version, Person by, CancellationToken cancellationToken) =>
        await variants.StartAsync(version, await IsOutAsync(version, by.Commune, cancellationToken), by, cancellationToken);

    /// <summary>Gives a variant up, with a reason.</summary>
    public async Task<Result<Row<TranslatedVersion>>> DropAsync(
        TextId text, string? reason, Person by, ETag read, CancellationToken cancellationToken) =>
        await translations.DropAsync(
            text, reason, await IsOutAsync(text.Version, text.Commune, cancellationToken), by, read, cancellationToken);

    private async Task<bool> IsOutAsync(VersionId version, CommuneId? commune, CancellationToken cancellationToken) =>
        commune is { } one && await deliveries.IsOutAsync(version, one, cancellationToken);
}
