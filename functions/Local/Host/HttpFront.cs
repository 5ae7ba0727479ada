using System.Globalization;
using System.Net;

using Dissemination.Triggers.Contract;

using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

using Yarp.ReverseProxy.Forwarder;

namespace Dissemination.Local.Host;

/// <summary>The address that people open: matches the routes of the HTTP triggers and forwards to the program.</summary>
internal static class HttpFront
{
    /// <summary>Azure's front end cuts a request after this time.</summary>
    private static readonly TimeSpan s_longestRequest = TimeSpan.FromSeconds(230);

    private const long LongestBody = 104_857_600; // the host's own limit

    public static WebApplication Build(LocalSettings settings, AppRoot root, Uri handler, Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        configure(builder);
        builder.Services.AddHttpForwarder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LongestBody;
            if (settings.Port == 0)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenLocalhost(settings.Port);
            }
        });

        var app = builder.Build();
        var forward = Forwarding(app.Services.GetRequiredService<IHttpForwarder>(), handler);
        foreach (var trigger in root.Functions.Select(function => function.Trigger).OfType<HttpTrigger>())
        {
            var pattern = $"/{root.Settings.RoutePrefix}/{trigger.Route}".Replace("//", "/", StringComparison.Ordinal);
            _ = trigger.Methods.Count > 0 ? app.MapMethods(pattern, trigger.Methods, forward) : app.Map(pattern, forward);
        }

        // The host keeps these for itself; a page of ours there would be seen here and nowhere else.
        foreach (var kept in (string[])["/admin/{**rest}", "/runtime/{**rest}"])
        {
            app.Map(kept, context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }

        return app;
    }

    private static RequestDelegate Forwarding(IHttpForwarder forwarder, Uri handler)
    {
        HttpMessageInvoker client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
        ForwarderRequestConfig config = new() { ActivityTimeout = s_longestRequest };
        AsTheHost transformer = new();
        return async context => await forwarder.SendAsync(context, handler.AbsoluteUri, client, config, transformer);
    }

    /// <summary>Keeps the client's Host header and names the client, as Azure's front end and the host do together.</summary>
    private sealed class AsTheHost : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(HttpContext context, HttpRequestMessage request, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(context, request, destinationPrefix, cancellationToken);
            Set(request, HostRequest.InvocationId, HandlerClient.NewInvocationId());
            Set(request, HostRequest.HostVersion, HandlerClient.Version);
            var client = context.Connection.RemoteIpAddress?.ToString() ?? "";
            var before = context.Request.Headers["X-Forwarded-For"].ToString();
            Set(request, "X-Forwarded-For", before.Length > 0 ? $"{before}, {client}" : client);

            // The host reads the query into a dictionary: a key that comes twice arrives as one value with commas.
            if (context.Request.Query.Any(pair => pair.Value.Count > 1))
            {
                var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
                request.RequestUri = new Uri(QueryHelpers.AddQueryString(RequestUtilities.MakeDestinationAddress(destinationPrefix, context.Request.Path, default).AbsoluteUri, query));
            }
        }

        private static void Set(HttpRequestMessage request, string name, string value)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
