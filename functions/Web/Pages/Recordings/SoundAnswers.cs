using Azure.Storage.Blobs.Models;
using Dissemination.Translation.Recordings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Dissemination.Web.Pages.Recordings;

/// <summary>A voice as a player asks for it: the whole, a stretch of it (206), or whether it is there (HEAD).</summary>
internal static class SoundAnswers
{
    public static FileStreamHttpResult Of(Stream content, BlobProperties properties) =>
        TypedResults.Stream(
            content,
            VoiceFiles.ContentType,
            lastModified: properties.LastModified,
            entityTag: new EntityTagHeaderValue(properties.ETag.ToString("H")),
            enableRangeProcessing: true);
}
