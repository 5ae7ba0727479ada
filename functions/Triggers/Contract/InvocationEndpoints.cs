using System.Text.Json;

using Microsoft.AspNetCore.Http.Features;

namespace Dissemination.Triggers.Contract;

/// <summary>Answers a function's invocations.</summary>
internal delegate Task AnswerInvocation(Invocation invocation, IServiceProvider services, CancellationToken cancellationToken);

/// <summary>Maps functions to what answers them.</summary>
internal static class InvocationEndpoints
{
    /// <summary>Maps <c>POST /name</c> for the host alone. An exception is answered with 500, so that the host tries again.</summary>
    public static IEndpointConventionBuilder MapInvocation(this IEndpointRouteBuilder endpoints, string name, AnswerInvocation answer)
    {
        var log = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Dissemination.Triggers");
        return endpoints.MapPost("/" + name, context => AnswerAsync(context, name, answer, log))
            .ExcludeFromDescription()
            .AllowAnonymous();
    }

    private static async Task AnswerAsync(HttpContext context, string name, AnswerInvocation answer, ILogger log)
    {
        if (!HostRequest.IsInvocation(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // A blob comes whole and as base64: 20 MB of it are 27, and Kestrel stops at 30.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var id = context.Request.Headers[HostRequest.InvocationId].ToString();
        try
        {
            using var body = await ParseAsync(context);
            await answer(Invocation.Read(name, id, body.RootElement), context.RequestServices, context.RequestAborted);
            await InvocationAnswers.WriteDoneAsync(context.Response);
        }
        catch (InvocationFormatException failure) when (!context.Response.HasStarted)
        {
            log.MalformedInvocation(name, id, failure);
            await InvocationAnswers.WriteMalformedAsync(context.Response);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            log.InvocationAborted(name, id);
        }
#pragma warning disable CA1031 // Whatever a function throws is the host's to retry.
        catch (Exception failure) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            log.InvocationFailed(name, id, failure);
            await InvocationAnswers.WriteFailedAsync(context.Response);
        }
    }

    private static async Task<JsonDocument> ParseAsync(HttpContext context)
    {
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        }
        catch (JsonException failure)
        {
            throw new InvocationFormatException("The body is not JSON.", failure);
        }
    }
}
