using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Dissemination.Triggers;

/// <summary>Makes the program a worker of the Functions host: functions over gRPC, pages and API on a port of its own.</summary>
internal static class WorkerSetup
{
    /// <summary>The capability by which a worker tells the host where to forward HTTP requests.</summary>
    private const string HttpUri = "HttpUri";

    public static void AddFunctionsWorker(this WebApplicationBuilder builder)
    {
        var port = FreePort();
        builder.Logging.ClearProviders(); // the host hears it all over gRPC, and writes it once
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Host.ConfigureFunctionsWorkerDefaults(
            (_, _) => { },
            options => options.Capabilities[HttpUri] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
    }

    /// <summary>The host wants the address before the server listens, so the port is chosen first.</summary>
    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
