using System.Collections.Immutable;

namespace Dissemination.Storage.BackUps;

/// <summary>A blob in a back-up.</summary>
/// <param name="ETag">The version that was read: while it has it, it is not read again.</param>
/// <param name="Pieces">The names of its pieces, in order.</param>
internal sealed record BlobCopy(string Container, string Name, string ETag, ImmutableArray<string> Pieces)
{
    public string? ContentType { get; init; }

    public string? ContentEncoding { get; init; }

    public string? CacheControl { get; init; }

    public ImmutableSortedDictionary<string, string> Metadata { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string Path => $"{Container}/{Name}";
}
