using System.Net;
using Dissemination.Local.Listeners;
using Dissemination.Local.Worker;
using Microsoft.AspNetCore.Http.Extensions;
using Yarp.ReverseProxy.Forwarder;

namespace Dissemination.Local;

/// <summary>The address that people open: matches the routes of the HTTP triggers and forwards to the worker's own web server.</summary>
internal static class HttpFront
{
    /// <summary>Azure's front end cuts a request after this time.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(230);

    /// <summary>How long a request waits for a worker that is being started again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private const long LongestBody = 104_857_600; // the host's own limit

    public static WebApplication Build(int port, WorkerSupervisor worker, WorkerFolder folder, Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        configure(builder);
        builder.Services.AddHttpForwarder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
            if (port == 0)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenLocalhost(port);
            }
        });

        var app = builder.Build();
        MapTriggers(app, worker, folder);

        // The host keeps these for itself; a page of ours there would be seen here and nowhere else.
        foreach (var kept in (string[])["/admin/{**rest}", "/runtime/{**rest}"])
        {
            app.Map(kept, static context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }

        return app;
    }

    private static void MapTriggers(WebApplication app, WorkerSupervisor worker, WorkerFolder folder)
    {
        foreach (var function in worker.Functions)
        {
            if (function.Trigger is HttpTrigger trigger)
            {
                var pattern = $"/{folder.RoutePrefix}/{trigger.Route}".Replace("//", "/", StringComparison.Ordinal);
                var forward = Forwarding(app.Services.GetRequiredService<IHttpForwarder>(), worker, function.Name, trigger.Binding);
                _ = trigger.Methods.Count > 0 ? app.MapMethods(pattern, trigger.Methods, forward) : app.Map(pattern, forward);
            }
        }
    }

    private static RequestDelegate Forwarding(IHttpForwarder forwarder, WorkerSupervisor worker, string function, string binding)
    {
        HttpMessageInvoker client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
        ForwarderRequestConfig config = new() { ActivityTimeout = LongestRequest };
        AsTheHost transformer = new();
        return async context =>
        {
            if (await FindWorkerAsync(worker, context.RequestAborted) is not { } current)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = "5";
                return;
            }

            // As the host does: the function hears of the request, and the worker's web server gets it.
            var heard = worker.InvokeAsync(
                function,
                Invocations.OfHttp(binding, context.Request.Method, new(context.Request.GetEncodedUrl())),
                context.RequestAborted);
            await forwarder.SendAsync(context, current.Site.AbsoluteUri, client, config, transformer);
            await heard.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
    }

    private static async Task<RunningWorker?> FindWorkerAsync(WorkerSupervisor worker, CancellationToken cancellationToken)
    {
        try
        {
            return await worker.CurrentAsync(cancellationToken).WaitAsync(LongestWait, cancellationToken);
        }
        catch (Exception none) when (none is TimeoutException or WorkerGoneException)
        {
            return null;
        }
    }

    /// <summary>Keeps the client's Host header and names the client, as Azure's front end and the host do together.</summary>
    private sealed class AsTheHost : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext context, HttpRequestMessage request, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(context, request, destinationPrefix, cancellationToken);
            var client = context.Connection.RemoteIpAddress?.ToString() ?? "";
            var before = context.Request.Headers["X-Forwarded-For"].ToString();
            request.Headers.Remove("X-Forwarded-For");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", before.Length > 0 ? $"{before}, {client}" : client);
        }
    }
}
