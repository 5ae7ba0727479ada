using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>A translation as it was read and as it is to be, with what it belongs to, all read in the same turn.</summary>
/// <param name="Read">As it was; null where it is new.</param>
internal sealed record TranslationChange(
    Row<TranslatedVersion>? Read,
    TranslatedVersion After,
    Row<Item> Item,
    ItemContent Content,
    DirectorySnapshot Directory,
    DateTimeOffset Now)
{
    public TranslatedVersion? Before => Read?.Value;
}
