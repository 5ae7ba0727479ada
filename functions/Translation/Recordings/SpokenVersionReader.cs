using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Recordings;

/// <summary>Reads what there is to read aloud of a text.</summary>
internal sealed class SpokenVersionReader(ItemReader items, TranslationService translations, DirectoryStore directories)
{
    /// <summary>Two transactions for an original, three for a translation.</summary>
    /// <returns>Null where there is no such text.</returns>
    public async Task<SpokenVersion?> FindAsync(TextId text, CancellationToken cancellationToken)
    {
        var item = await items.FindAsync(text.Item, cancellationToken);
        var revision = await items.RevisionAsync(text.Item, text.Revision, cancellationToken);
        if (item is null || revision is null)
        {
            return null;
        }

        var directory = await directories.CurrentAsync(cancellationToken);
        if (text.Language.IsVietnamese)
        {
            var isApproved = item.Value.ApprovalOf(text.Revision) is not null;
            return new(text, item, revision.Content, isApproved ? revision.Content.Text : null, directory);
        }

        return await translations.FindAsync(text, cancellationToken) is { Value: var translation }
            ? new(text, item, revision.Content, translation.HasApproved ? translation.Approved : null, directory)
            : null;
    }
}
