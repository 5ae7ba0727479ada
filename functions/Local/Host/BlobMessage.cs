namespace Dissemination.Local.Host;

/// <summary>Names a version of a blob: to its function, and to the poison queue when that has failed.</summary>
internal sealed record BlobMessage(string Type, string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    public static BlobMessage For(FunctionDefinition function, string container, string blob, string etag) =>
        new("BlobTrigger", function.Id, "BlockBlob", container, blob, etag);
}
