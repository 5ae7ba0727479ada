using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Recordings;

namespace Dissemination.Publishing;

/// <summary>
/// Reads a language version. Two transactions for an original, three for one that stands in for translations, four for a translation; one
/// less where its revision was read lately, and one more for the picture of what was stored before revisions noted theirs.
/// </summary>
internal sealed class VersionReader(
    ItemReader items, ReferenceStore references, TranslationService translations, RecordingReader recordings)
{
    /// <returns>Null where there is no such version.</returns>
    public async Task<PublishableVersion?> FindAsync(VersionId version, CancellationToken cancellationToken) =>
        await items.FindAsync(version.Item, cancellationToken) is { Value: var item }
            ? await OfAsync(
                item,
                version,
                original => ApprovedAsync(original, cancellationToken),
                async () => (await translations.FindAsync(version, cancellationToken))?.Value,
                cancellationToken)
            : null;

    /// <summary>
    /// A version of an item whose translations are read already. One transaction for a translation, none for an original; one more where
    /// its revision was not read lately.
    /// </summary>
    /// <param name="known">The translations of its revision.</param>
    /// <returns>Null where there is no such version.</returns>
    public Task<PublishableVersion?> FindAsync(
        Item item, VersionId version, IReadOnlyCollection<TranslatedVersion> known, CancellationToken cancellationToken) =>
        OfAsync(
            item,
            version,
            _ => Task.FromResult(Approved(known)),
            () => Task.FromResult(known.FirstOrDefault(one => one.Id == version && one.Commune is null)),
            cancellationToken);

    private async Task<PublishableVersion?> OfAsync(
        Item item,
        VersionId version,
        Func<VersionId, Task<ImmutableArray<LanguageTag>>> approved,
        Func<Task<TranslatedVersion?>> translated,
        CancellationToken cancellationToken)
    {
        if (await items.RevisionAsync(version.Item, version.Revision, cancellationToken) is not { } revision)
        {
            return null;
        }

        var pictures = await PicturesAsync(revision, cancellationToken);
        if (version.Language.IsVietnamese)
        {
            var original = new PublishableVersion(version, item, revision.Content, null, pictures);
            return original.StandsIn ? original with { ApprovedLanguages = await approved(version) } : original;
        }

        return await translated() is { } translation
            ? new(version, item, revision.Content, translation, pictures) { Variants = await VariantsAsync(version, cancellationToken) }
            : null;
    }

    private async Task<ImmutableArray<TranslatedVersion>> VariantsAsync(VersionId version, CancellationToken cancellationToken) =>
    [
        .. await translations.VariantsOfAsync(version, cancellationToken)
            .Select(row => row.Value)
            .Where(variant => variant.State is not TranslationState.Dropped)
            .ToListAsync(cancellationToken),
    ];

    private async Task<ImmutableArray<LanguageTag>> ApprovedAsync(VersionId version, CancellationToken cancellationToken) =>
        Approved(await translations.OfAsync(version.Item, version.Revision, cancellationToken)
            .Select(row => row.Value)
            .ToListAsync(cancellationToken));

    private static ImmutableArray<LanguageTag> Approved(IEnumerable<TranslatedVersion> translations) =>
        [.. translations.Where(one => one.State is TranslationState.Approved).Select(one => one.Id.Language)];

    private async Task<ImmutableArray<AcceptedPicture>> PicturesAsync(Revision revision, CancellationToken cancellationToken) =>
        revision.Pictures.IsDefault
            ? [.. await revision.Content.Pictures.ToAsyncEnumerable()
                .Select(async (named, token) => await references.PictureAsync(named.File, token))
                .OfType<AcceptedPicture>()
                .ToListAsync(cancellationToken)]
            : revision.Pictures;

    /// <summary>One version that must be there.</summary>
    /// <exception cref="InvalidDataException">It is not stored.</exception>
    public async Task<PublishableVersion> ReadAsync(VersionId version, CancellationToken cancellationToken) =>
        await FindAsync(version, cancellationToken) ?? throw new InvalidDataException($"The version {version} is not stored.");

    /// <summary>The same with what was recorded of it. One transaction more.</summary>
    /// <exception cref="InvalidDataException">It is not stored.</exception>
    public async Task<PublishableVersion> ReadAloudAsync(VersionId version, CancellationToken cancellationToken) =>
        await WithRecordingsAsync(await ReadAsync(version, cancellationToken), cancellationToken);

    /// <summary>A version with what was recorded of it. One transaction.</summary>
    public async Task<PublishableVersion> WithRecordingsAsync(PublishableVersion version, CancellationToken cancellationToken) =>
        version with { Recordings = [.. await recordings.OfAsync(version.Id, cancellationToken)] };
}
