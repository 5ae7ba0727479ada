using System.Net;
using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators;

/// <summary>The servers of simulators: on the loopback interface, silent, with the addresses by which they are asked and told.</summary>
internal static class SimulatorServer
{
    /// <param name="port">0 for any that is free.</param>
    /// <param name="simulator">Makes the simulator, which adds its channel's addresses.</param>
    public static async Task<T> StartAsync<T>(int port, Func<WebApplication, T> simulator, CancellationToken cancellationToken)
        where T : ISimulator
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        var made = simulator(app);
        app.UseEchoedCredentials(made);
        app.MapControl(made);
        await app.StartAsync(cancellationToken);
        return made;
    }
}
