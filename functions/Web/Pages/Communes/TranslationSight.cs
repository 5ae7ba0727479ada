using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A translation with its source and what its reader may do with it.</summary>
/// <param name="Refusal">Why the reader may not work at it; null where he or she may.</param>
internal sealed record TranslationSight(Row<TranslatedVersion> Row, ItemContent Source, Problem? Refusal, DirectorySnapshot Directory)
{
    public TranslatedVersion Translation => Row.Value;

    public string NameOf(PersonId id) => Directory.Find(id)?.Name ?? id.Value;
}

/// <summary>Reads what the page of a translation shows: two transactions.</summary>
internal sealed class TranslationSights(Translations translations, Items items, DirectoryStore directories)
{
    public async Task<TranslationSight?> FindAsync(VersionId version, Person reader, CancellationToken cancellation)
    {
        if (await translations.FindAsync(version, cancellation) is not { } row
            || await items.RevisionAsync(version.Item, version.Revision, cancellation) is not { } revision)
        {
            return null;
        }

        var directory = await directories.CurrentAsync(cancellation);
        return new(row, revision.Content, TranslationAccess.Check(reader, version.Language, revision.Content, directory), directory);
    }
}
