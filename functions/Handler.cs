using System.Globalization;
using System.Net;

namespace Dissemination;

/// <summary>The program that the Functions host wakes: pages, API and triggers on one loopback port.</summary>
internal static class Handler
{
    /// <summary>Where the host says which port it will call.</summary>
    public const string PortSetting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args, _ => { });
        await app.RunAsync();
        return 0;
    }

    /// <summary>Composes the program; <paramref name="configure"/> adds what the surroundings know before the rooms read their settings.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        configure(builder);
        var port = int.TryParse(builder.Configuration[PortSetting], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidOperationException($"The setting {PortSetting} names no port: the Functions host sets it when it starts the program.");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton(TimeProvider.System);

        var app = builder.Build();
        app.MapGet("/", () => TypedResults.Text(Web.Texts.SiteName));
        return app;
    }
}
