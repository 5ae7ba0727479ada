using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Publishing;

/// <summary>Reads a language version. Two transactions for an original, four for a translation, one more for a picture.</summary>
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

        var content = revision.Value.Content;
        var picture = content.Picture is { } path
            ? await store.Editorial.FindAsync(Keys.Editorial, Keys.Picture(path), ContentJson.Default.AcceptedPicture, cancellation)
            : null;
        return new(version, item.Value, content, translation, picture?.Value) { Variants = [.. variants] };
    }

    /// <summary>One version that must be there.</summary>
    /// <exception cref="InvalidDataException">It is not stored.</exception>
    public async Task<PublishableVersion> ReadAsync(VersionId version, CancellationToken cancellation) =>
        await FindAsync(version, cancellation) ?? throw new InvalidDataException($"The version {version} is not stored.");
}
