namespace Dissemination.Triggers.Contract;

/// <summary>A version of a blob that the host hands over.</summary>
internal sealed record BlobInvocation
{
    /// <summary>The part of the path that <c>{name}</c> stands for; it may hold slashes.</summary>
    public required string Name { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }

    public required Uri Uri { get; init; }

    /// <summary>
    /// The version's ETag in quotes. Releases of the host that write it as an empty object leave the content to tell versions
    /// apart: its hash stands in.
    /// </summary>
    public required string ETag { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The blob's length as storage told it.</summary>
    public long? Length { get; init; }

    /// <summary>What the uploader wrote beside the blob; names are compared without case.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
