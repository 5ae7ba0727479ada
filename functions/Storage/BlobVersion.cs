using Azure;

namespace Dissemination.Storage;

/// <summary>What a blob holds, as it was read.</summary>
/// <param name="ETag">Names this version; null where no blob was there.</param>
internal sealed record BlobVersion<T>(T Value, ETag? ETag);
