namespace Dissemination.Publishing;

internal static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddSingleton<SiteAddress>()
            .AddSingleton<VersionReader>()
            .AddSingleton<PublicVersions>()
            .AddSingleton<Publisher>()
            .AddSingleton<DestinationOrder>()
            .AddSingleton<EarlierPosts>()
            .AddSingleton<FanOut>()
            .AddSingleton<DeliveryWriter>()
            .AddSingleton<Backlog>()
            .AddSingleton<DeliveryStopper>()
            .AddSingleton<ReplacedPosts>()
            .AddSingleton<DeliveryDesk>()
            .AddSingleton<DeliveryLists>();
}
