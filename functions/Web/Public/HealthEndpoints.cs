using Dissemination.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Public;

internal static class HealthEndpoints
{
    /// <summary><c>/healthz</c> says whether storage answers.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/healthz", CheckAsync).ExcludeFromDescription();

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> CheckAsync(Store store, CancellationToken cancellation)
    {
        try
        {
            await store.CheckAsync(cancellation);
            return TypedResults.Text("ok");
        }
        catch (Exception e) when (e is Azure.RequestFailedException or AggregateException or HttpRequestException)
        {
            return TypedResults.Problem("Storage does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
