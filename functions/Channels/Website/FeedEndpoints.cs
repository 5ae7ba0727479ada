using System.Globalization;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Dissemination.Channels.Website;

/// <summary>Feeds, and the pictures in them, as the public reads them.</summary>
internal static class FeedEndpoints
{
    private const string Cors = "feeds";

    /// <summary>The feeds are written anew within a minute; a picture's bytes never change, but it may be taken back.</summary>
    private const string FeedHolds = "public, max-age=60";
    private const string PictureHolds = "public, max-age=600";

    /// <summary>Lets scripts on the communes' own websites read them, and ask whether there is something new.</summary>
    public static IServiceCollection AddFeedsForOtherSites(this IServiceCollection services) =>
        services.AddCors(cors => cors.AddPolicy(Cors, policy => policy
            .AllowAnyOrigin()
            .WithMethods(ReadMethods.All)
            .AllowAnyHeader()
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.LastModified)
            .SetPreflightMaxAge(TimeSpan.FromDays(1))));

    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder routes)
    {
        var feeds = routes.MapGroup("/feeds").WithTags("feeds").RequireCors(Cors);
        foreach (var format in FeedFormat.All)
        {
            feeds.MapMethods(
                $"/{{commune}}/{{language}}{format.Extension}",
                ReadMethods.All,
                async Task<Results<FileStreamHttpResult, FileContentHttpResult, RedirectHttpResult, ProblemHttpResult>> (
                    string commune, string language, HttpContext context, Store store, DirectoryStore directories, SiteAddress site, CancellationToken cancellationToken) =>
                    Parse(commune, language) is not { } feed ? NotFound(context)
                    : Moved(feed, format, await directories.CurrentAsync(cancellationToken)) is { } moved ? moved
                    : await store.Container(Containers.Feeds).GetBlobClient(feed.File(format)).OpenAsync(cancellationToken) is { } blob
                        ? File(blob, context, FeedHolds)
                    : Empty(feed, await directories.CurrentAsync(cancellationToken), site.Base) is { } empty
                        ? File(format.Write(empty), format.ContentType, context)
                    : NotFound(context));
        }

        feeds.MapMethods("/pictures/{name}", ReadMethods.All, PictureAsync);
        return routes;
    }

    /// <summary>Those who work here see a picture before the public does: in previews, and where it is posted by hand.</summary>
    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> PictureAsync(
        string name, HttpContext context, Store store, PublicPictureStore pictures, CancellationToken cancellationToken)
    {
        var isOurs = context.User.Identity?.IsAuthenticated == true;
        return (isOurs || await pictures.MayBeSeenAsync(name, cancellationToken))
            && await store.Container(Containers.Media).GetBlobClient(name).OpenAsync(cancellationToken) is { } blob
            ? File(blob, context, isOurs ? "private, max-age=600" : PictureHolds)
            : NotFound(context);
    }

    private static FeedId? Parse(string commune, string language) =>
        CommuneId.TryParse(commune, CultureInfo.InvariantCulture, out var id)
            && LanguageTag.TryParse(language, CultureInfo.InvariantCulture, out var tag)
            ? new(id, tag)
            : null;

    /// <summary>Leads from the feed of a commune that was merged to its successor's; null where a feed goes on.</summary>
    private static RedirectHttpResult? Moved(FeedId feed, FeedFormat format, DirectorySnapshot directory) =>
        directory.Successor(feed.Commune) is var successor && successor != feed.Commune
            ? TypedResults.Redirect($"/feeds/{(feed with { Commune = successor }).File(format)}", permanent: true)
            : null;

    /// <summary>
    /// The feed of a commune that publishes in the language, before the first post. Readers subscribe once, so it has to be there.
    /// </summary>
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
    private static FileStreamHttpResult File(BlobDownloadStreamingResult blob, HttpContext context, string holds)
    {
        context.Response.Headers.CacheControl = holds;
        return TypedResults.Stream(
            blob.Content,
            blob.Details.ContentType,
            lastModified: blob.Details.LastModified,
            entityTag: new EntityTagHeaderValue(blob.Details.ETag.ToString("H")));
    }

    private static FileContentHttpResult File(byte[] content, string contentType, HttpContext context)
    {
        context.Response.Headers.CacheControl = FeedHolds;
        return TypedResults.File(
            content, contentType, entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\""));
    }

    // What is not there may be there in a minute: nobody keeps the answer.
    private static ProblemHttpResult NotFound(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var problem = new Problem(nameof(ProblemTexts.UnknownFeed));
        return TypedResults.Problem(
            problem.Text(CultureInfo.CurrentUICulture), statusCode: StatusCodes.Status404NotFound, extensions: [new("code", problem.Code)]);
    }
}
