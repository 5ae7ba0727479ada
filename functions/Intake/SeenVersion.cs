using Azure;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>What of an item a person saw before deciding about it: its very version, or its words alone.</summary>
internal readonly record struct SeenVersion(ETag ETag, int? Revision)
{
    public static implicit operator SeenVersion(ETag etag) => new(etag, Revision: null);

    /// <summary>A list shows the revision, and its words are what is approved.</summary>
    public static SeenVersion OfWords(int revision) => new(ETag.All, revision);

    public bool Is(Row<Item> read) =>
        (ETag == ETag.All || ETag == read.ETag) && (Revision is null || Revision == read.Value.Revision);
}
