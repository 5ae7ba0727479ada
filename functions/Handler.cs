using System.Globalization;
using System.Net;
using Dissemination.Channels;
using Dissemination.Channels.Website;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Publishing;
using Dissemination.Reach;
using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Triggers;
using Dissemination.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, PortOf(builder.Configuration)));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddStorage(builder.Configuration)
            .AddNotices()
            .AddDirectory()
            .AddContent()
            .AddTranslation(builder.Configuration)
            .AddPublishing()
            .AddChannels(builder.Configuration)
            .AddReach()
            .AddReports()
            .AddWeb();

        var app = builder.Build();
        app.UseWeb();
        app.MapTriggers();
        app.MapFeeds();
        app.MapWeb();
        return app;
    }

    private static int PortOf(ConfigurationManager configuration) =>
        int.TryParse(configuration[PortSetting], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new InvalidOperationException($"The setting {PortSetting} names no port: the Functions host sets it when it starts the program.");
}
