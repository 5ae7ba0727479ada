using Dissemination.Directory;

namespace Dissemination.Web.Api;

internal static class DirectoryEndpoints
{
    public static void MapDirectory(this IEndpointRouteBuilder api)
    {
        api.MapGet("/communes", async (DirectoryStore directories, CancellationToken cancellationToken) =>
                TypedResults.Ok<IEnumerable<Commune>>((await directories.CurrentAsync(cancellationToken)).Communes))
            .WithSummary("The communes and wards, what their people speak, and whether posts wait for their confirmation.");
        api.MapGet("/people", async (DirectoryStore directories, CancellationToken cancellationToken) =>
                TypedResults.Ok((await directories.CurrentAsync(cancellationToken)).People.Select(PersonAnswer.Of)))
            .WithSummary("Who works with the program, by office.");
    }
}
