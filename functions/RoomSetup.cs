using Dissemination.Alerts;
using Dissemination.Channels;
using Dissemination.Channels.Website;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Publishing;
using Dissemination.Reach;
using Dissemination.Reports;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dissemination;

/// <summary>The whole product but what wakes it: what the rooms register, and the pages and API that they serve.</summary>
internal static class RoomSetup
{
    public static void AddRooms(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddStorage(builder.Configuration)
            .AddAlerts()
            .AddDirectory()
            .AddContent()
            .AddChannels()
            .AddTranslation(builder.Configuration)
            .AddIntake()
            .AddPublishing()
            .AddDeliveries()
            .AddReach()
            .AddReports()
            .AddReviewing()
            .AddWeb(builder.Configuration);
    }

    public static void UseRooms(this WebApplication app)
    {
        app.UseWeb();
        app.MapFeeds();
        app.MapWeb();
    }
}
