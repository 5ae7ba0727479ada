using System.Globalization;
using Azure.Storage.Blobs.Models;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Dissemination.Channels.Website;

/// <summary>Feeds, and the pictures in them, as the public reads them.</summary>
internal static class FeedEndpoints
{
    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder routes)
    {
        var feeds = routes.MapGroup("/feeds").WithTags("feeds");
        foreach (var format in FeedFormat.All)
        {
            feeds.MapGet(
                $"/{{commune}}/{{language}}{format.Extension}",
                async Task<Results<FileStreamHttpResult, FileContentHttpResult, ProblemHttpResult>> (
                    string commune, string language, Store store, DirectoryStore directories, SiteAddress site, CancellationToken cancellation) =>
                    Parse(commune, language) is not { } feed ? NotFound()
                    : await store.Container(Containers.Feeds).GetBlobClient(feed.File(format)).OpenAsync(cancellation) is { } blob ? File(blob)
                    : Empty(feed, await directories.CurrentAsync(cancellation), site.Base) is { } empty ? TypedResults.File(format.Write(empty), format.ContentType)
                    : NotFound());
        }

        feeds.MapGet("/pictures/{name}", async Task<Results<FileStreamHttpResult, ProblemHttpResult>> (string name, Store store, CancellationToken cancellation) =>
            await store.Container(Containers.Media).GetBlobClient(name).OpenAsync(cancellation) is { } blob ? File(blob) : NotFound());
        return routes;
    }

    private static FeedId? Parse(string commune, string language) =>
        CommuneId.TryParse(commune, CultureInfo.InvariantCulture, out var id) && LanguageTag.TryParse(language, CultureInfo.InvariantCulture, out var tag)
            ? new(id, tag)
            : null;

    /// <summary>The feed of a commune that publishes in the language, before the first post. Readers subscribe once, so it has to be there.</summary>
    private static Feed? Empty(FeedId feed, DirectorySnapshot directory, Uri site)
    {
        if (directory.Find(feed.Commune) is not { } commune || !commune.Speaks(feed.Language))
        {
            return null;
        }

        var website = directory.DestinationsOf(feed.Commune).FirstOrDefault(destination => destination.Channel is ChannelKind.Website);
        return new(feed, website?.Name ?? commune.Name, site, []);
    }

    /// <summary>Answers a reader that has it already with 304.</summary>
    private static FileStreamHttpResult File(BlobDownloadStreamingResult blob) => TypedResults.Stream(
        blob.Content,
        blob.Details.ContentType,
        lastModified: blob.Details.LastModified,
        entityTag: new EntityTagHeaderValue(blob.Details.ETag.ToString("H")));

    private static ProblemHttpResult NotFound()
    {
        var problem = new Problem(nameof(ProblemTexts.UnknownFeed));
        return TypedResults.Problem(problem.Text(CultureInfo.CurrentUICulture), statusCode: StatusCodes.Status404NotFound, extensions: [new("code", problem.Code)]);
    }
}
