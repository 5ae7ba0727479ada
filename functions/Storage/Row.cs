using Azure;

namespace Dissemination.Storage;

/// <summary>A stored record with its key and its version.</summary>
/// <param name="ETag">The version that was read; a write that names it fails when somebody else wrote meanwhile.</param>
internal sealed record Row<T>(string PartitionKey, string RowKey, T Value, ETag ETag);
