using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Dissemination.Tests;

/// <summary>The product as its worker composes it, without the host: tests do what wakes it.</summary>
internal static class ComposedProgram
{
    /// <param name="configure">What the surroundings know before the rooms read their settings.</param>
    public static WebApplication Build(Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        configure(builder);
        builder.AddRooms();
        var program = builder.Build();
        program.UseRooms();
        return program;
    }
}
