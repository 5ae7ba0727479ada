using System.Collections.Immutable;

namespace Dissemination.Storage.BackUps;

/// <summary>One back-up: what there was, by the pieces that hold it.</summary>
/// <param name="Schema">Of the stored records.</param>
/// <param name="AsOf">What people had decided by then is in it, and nothing of what they decided after.</param>
/// <param name="IsQuiet">False where people worked so busily that what they decide was not read as of one instant.</param>
/// <param name="DoneAt">What machines did meanwhile may be in it, up to this time.</param>
internal sealed record BackUpManifest(
    int Schema,
    DateTimeOffset AsOf,
    bool IsQuiet,
    DateTimeOffset DoneAt,
    ImmutableArray<TableCopy> Tables,
    ImmutableArray<BlobCopy> Blobs);
