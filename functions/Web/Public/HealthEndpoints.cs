using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dissemination.Web.Public;

internal static class HealthEndpoints
{
    /// <summary><c>/healthz</c> says whether storage answers, and no more: anybody may read it.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHealthChecks("/healthz", new HealthCheckOptions { ResponseWriter = WriteAsync })
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get]))
            .AllowAnonymous()
            .DisableRateLimiting();

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        IResult answer = report.Status is HealthStatus.Healthy
            ? TypedResults.Text("ok")
            : TypedResults.Problem("Storage does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable);
        return answer.ExecuteAsync(context);
    }
}
