using System.Text.Json.Serialization;

namespace Dissemination.Alerts;

/// <summary>The host's message about a blob that it gave up on; its property names are the host's.</summary>
internal sealed record UnhandledBlob(
    [property: JsonPropertyName("ContainerName")] string ContainerName,
    [property: JsonPropertyName("BlobName")] string BlobName);
