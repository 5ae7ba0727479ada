namespace Dissemination.Publishing;

internal static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddHandTasks()
            .AddSingleton<SiteAddress>()
            .AddSingleton<VersionReader>()
            .AddSingleton<PublicVersions>()
            .AddSingleton<DeliveryPlanner>()
            .AddSingleton<DeliveryStopper>()
            .AddSingleton<Publisher>()
            .AddSingleton<DeliveryDesk>()
            .AddSingleton<DeliveryLists>();

    private static IServiceCollection AddHandTasks(this IServiceCollection services)
    {
        services.AddOptions<HandTaskOptions>()
            .BindConfiguration(HandTaskOptions.Section)
            .Validate(options => options.LateAfter > TimeSpan.Zero, $"{HandTaskOptions.Section}:{nameof(HandTaskOptions.LateAfter)} has to be longer than nothing.")
            .ValidateOnStart();
        return services.AddSingleton<ConfirmedTasks>().AddSingleton<HandTaskReminder>();
    }
}
