using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Publishing;

/// <summary>Reads a language version. Two transactions for an original, four for a translation; one more for the picture of what was stored before revisions noted theirs.</summary>
internal sealed class VersionReader(Store store)
{
    /// <returns>Null where there is no such version.</returns>
    public async Task<PublishableVersion?> FindAsync(VersionId version, CancellationToken cancellation)
    {
        var item = await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(version.Item.Value), ContentJson.Default.Item, cancellation);
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(version.Item.Value, version.Revision), ContentJson.Default.Revision, cancellation);
        if (item is null || revision is null)
        {
            return null;
        }

        TranslatedVersion? translation = null;
        List<TranslatedVersion> variants = [];
        if (!version.Language.IsVietnamese)
        {
            var key = Keys.Translation(version.Item.Value, version.Revision, version.Language.Value);
            translation = (await store.Editorial.FindAsync(Keys.Editorial, key, TranslationJson.Default.TranslatedVersion, cancellation))?.Value;
            if (translation is null)
            {
                return null;
            }

            variants = await store.Editorial
                .StartingWithAsync(Keys.Editorial, Keys.VariantsOf(version.Item.Value, version.Revision, version.Language.Value), TranslationJson.Default.TranslatedVersion, cancellation)
                .Select(row => row.Value)
                .Where(variant => variant.State is not TranslationState.Dropped)
                .ToListAsync(cancellation);
        }

        return new(version, item.Value, revision.Value.Content, translation, await PicturesAsync(revision.Value, cancellation)) { Variants = [.. variants] };
    }

    private async Task<ImmutableArray<AcceptedPicture>> PicturesAsync(Revision revision, CancellationToken cancellation)
    {
        if (!revision.Pictures.IsDefault)
        {
            return revision.Pictures;
        }

        var pictures = ImmutableArray.CreateBuilder<AcceptedPicture>();
        foreach (var named in revision.Content.Pictures)
        {
            if (await store.Editorial.FindAsync(Keys.Editorial, Keys.Picture(named.File), ContentJson.Default.AcceptedPicture, cancellation) is { } found)
            {
                pictures.Add(found.Value);
            }
        }

        return pictures.ToImmutable();
    }

    /// <summary>One version that must be there.</summary>
    /// <exception cref="InvalidDataException">It is not stored.</exception>
    public async Task<PublishableVersion> ReadAsync(VersionId version, CancellationToken cancellation) =>
        await FindAsync(version, cancellation) ?? throw new InvalidDataException($"The version {version} is not stored.");
}
