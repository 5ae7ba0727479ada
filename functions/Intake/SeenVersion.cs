using Azure;
using Dissemination.Content;

namespace Dissemination.Intake;

/// <summary>What of an item a person saw before deciding about it: its very version, or its words alone.</summary>
internal readonly record struct SeenVersion(ETag ETag, int? Revision)
{
    public static implicit operator SeenVersion(ETag etag) => new(etag, Revision: null);

    /// <summary>A list shows the revision, and its words are what is approved.</summary>
    public static SeenVersion OfWords(int revision) => new(ETag.All, revision);

    public bool Is(Item item) => (ETag == ETag.All || ETag == ItemVersion.Of(item)) && IsOf(item.Revision);

    /// <summary>Whether it may be of that revision.</summary>
    public bool IsOf(int revision) => Revision is null || Revision == revision;
}
