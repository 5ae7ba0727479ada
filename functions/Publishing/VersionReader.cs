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
    public async Task<PublishableVersion?> FindAsync(VersionId version, CancellationToken cancellationToken)
    {
        var item = await items.FindAsync(version.Item, cancellationToken);
        var revision = await items.RevisionAsync(version.Item, version.Revision, cancellationToken);
        if (item is null || revision is null)
        {
            return null;
        }

        var pictures = await PicturesAsync(revision, cancellationToken);
        if (version.Language.IsVietnamese)
        {
            var original = new PublishableVersion(version, item.Value, revision.Content, null, pictures);
            return original.StandsIn
                ? original with { ApprovedLanguages = await ApprovedAsync(version, cancellationToken) }
                : original;
        }

        if (await translations.FindAsync(version, cancellationToken) is not { } translation)
        {
            return null;
        }

        var variants = await translations.VariantsOfAsync(version, cancellationToken)
            .Select(row => row.Value)
            .Where(variant => variant.State is not TranslationState.Dropped)
            .ToListAsync(cancellationToken);
        return new(version, item.Value, revision.Content, translation.Value, pictures) { Variants = [.. variants] };
    }

    private async Task<ImmutableArray<LanguageTag>> ApprovedAsync(VersionId version, CancellationToken cancellationToken) =>
    [
        .. await translations.OfAsync(version.Item, version.Revision, cancellationToken)
            .Where(row => row.Value.State is TranslationState.Approved)
            .Select(row => row.Value.Id.Language)
            .ToListAsync(cancellationToken),
    ];

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
