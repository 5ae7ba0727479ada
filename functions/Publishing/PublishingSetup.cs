namespace Dissemination.Publishing;

internal static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddSingleton<VersionReader>()
            .AddSingleton<PublishedVersionStore>()
            .AddSingleton<Publisher>()
            .AddSingleton<FanOutStore>();
}
