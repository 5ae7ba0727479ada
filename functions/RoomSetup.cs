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
            .AddNotices()
            .AddDirectory()
            .AddContent()
            .AddTranslation(builder.Configuration)
            .AddPublishing()
            .AddChannels(builder.Configuration)
            .AddReach()
            .AddReports()
            .AddWeb(builder.Configuration);
    }

    public static void UseRooms(this WebApplication app)
    {
        app.UseWeb();
        app.MapFeeds();
        app.MapWeb();
    }
}
