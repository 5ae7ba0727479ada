using System.Net;
using Dissemination.Local.Metrics;
using Dissemination.Local.Worker;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Dissemination.Local;

/// <summary>
/// Where the worker calls: the host's protocol, and the counters that it sends to whoever collects them. On a free loopback port.
/// </summary>
internal static class WorkerServer
{
    public static WebApplication Build(ExpectedWorkers expected, Counts counts, Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        configure(builder);
        builder.Services.AddSingleton(expected).AddSingleton(counts);
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));

        var app = builder.Build();
        app.MapGrpcService<FunctionRpcService>();
        app.MapGrpcService<MetricsReceiver>();
        return app;
    }
}
