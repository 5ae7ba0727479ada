namespace Dissemination.Storage;

/// <summary>A blob as it lies there now.</summary>
internal sealed record FoundBlob(ReadOnlyMemory<byte> Content, string ETag, DateTimeOffset LastModified);
