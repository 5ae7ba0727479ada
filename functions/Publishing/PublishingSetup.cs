namespace Dissemination.Publishing;

internal static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddSingleton<SiteAddress>()
            .AddSingleton<VersionReader>()
            .AddSingleton<PublicVersions>()
            .AddSingleton<DeliveryPlanner>()
            .AddSingleton<DeliveryStopper>()
            .AddSingleton<Publisher>()
            .AddSingleton<DeliveryDesk>()
            .AddSingleton<DeliveryLists>();
}
