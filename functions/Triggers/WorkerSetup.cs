using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Dissemination.Triggers;

/// <summary>Makes the program a worker of the Functions host: functions over gRPC, pages and API on a port of its own.</summary>
internal static class WorkerSetup
{
    /// <summary>The capability by which a worker tells the host where to forward HTTP requests.</summary>
    private const string HttpUri = "HttpUri";

    /// <summary>By which arguments the host tells a worker where it is and which worker it is to be.</summary>
    private static readonly Dictionary<string, string> HostArguments = new(StringComparer.Ordinal)
    {
        ["--functions-uri"] = "Functions:Worker:HostEndpoint",
        ["--functions-request-id"] = "Functions:Worker:RequestId",
        ["--functions-worker-id"] = "Functions:Worker:WorkerId",
        ["--functions-grpc-max-message-length"] = "Functions:Worker:GrpcMaxMessageLength",
    };

    /// <remarks>
    /// Piece by piece what <c>ConfigureFunctionsWorkerDefaults</c> puts together, except that what is made at build is named here: it would
    /// look for it through every type of the program, which loads them all, at each start.
    /// </remarks>
    public static void AddFunctionsWorker(this WebApplicationBuilder builder, string[] args)
    {
        var port = FreePort();
        builder.Logging.ClearProviders(); // the host hears it all over gRPC, and writes it once
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Configuration.AddCommandLine(args, HostArguments);
        builder.Services
            .AddFunctionsWorkerDefaults(options =>
                options.Capabilities[HttpUri] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"))
            .UseDefaultWorkerMiddleware();
        builder.Host.ConfigureGeneratedFunctionMetadataProvider().ConfigureGeneratedFunctionExecutor();
    }

    /// <summary>The host wants the address before the server listens, so the port is chosen first.</summary>
    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
