using System.Globalization;
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

    /// <summary>A picture's bytes never change, but it may be taken back.</summary>
    private const string PictureHolds = "public, max-age=600";

    private static readonly string FeedHolds =
        string.Create(CultureInfo.InvariantCulture, $"public, max-age={FeedReader.Holds.TotalSeconds:F0}");

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
        var open = feeds.MapGroup("").AllowAnonymous();
        foreach (var format in FeedFormat.All)
        {
            open.MapMethods(
                $"/{{commune}}/{{language}}{format.Extension}",
                ReadMethods.All,
                async Task<Results<FileContentHttpResult, RedirectHttpResult, ProblemHttpResult>> (
                    string commune,
                    string language,
                    HttpContext context,
                    FeedReader reader,
                    DirectoryStore directories,
                    CancellationToken cancellationToken) =>
                {
                    if (Parse(commune, language) is not { } feed)
                    {
                        return NotFound(context);
                    }

                    var directory = await directories.CurrentAsync(cancellationToken);
                    return Moved(feed, format, directory) is { } moved ? moved
                        : await reader.FindAsync(feed, directory, cancellationToken) is { } drawn
                            ? File(drawn, format, reader.AgeOf(drawn), context)
                        : NotFound(context);
                });
        }

        open.MapMethods("/podcast.png", ReadMethods.All, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = PictureHolds;
            return TypedResults.Bytes(PodcastCover.Png, "image/png");
        });
        feeds.MapMethods("/pictures/{name}", ReadMethods.All, PictureAsync).WithMetadata(new OpenToAll());
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

    /// <summary>Its age is said too: a reader's copy holds for what is left of the minute.</summary>
    private static FileContentHttpResult File(DrawnFeed drawn, FeedFormat format, TimeSpan age, HttpContext context)
    {
        context.Response.Headers.CacheControl = FeedHolds;
        context.Response.Headers.Age = age.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        var file = drawn.Files[format];
        return TypedResults.File(file.Content, format.ContentType, lastModified: drawn.ModifiedAt, entityTag: file.Tag);
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
