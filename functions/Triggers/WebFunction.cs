using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace Dissemination.Triggers;

/// <summary>
/// Opens the way for pages and API: the host forwards each request that this trigger matches to the program's own web server,
/// which answers it (<see cref="WorkerSetup"/>). The function itself has nothing to do.
/// </summary>
internal static class WebFunction
{
    [Function("Web")]
    public static void Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            "put",
            "patch",
            "delete",
            "options",
            Route = "{*path}")] HttpRequestData request)
    {
    }
}
