using Dissemination.Translation.Variants;

namespace Dissemination.Publishing;

internal static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddHandTasks()
            .AddSingleton<SiteAddress>()
            .AddSingleton<VersionReader>()
            .AddSingleton<PublicVersions>()
            .AddSingleton<PublicPictures>()
            .AddSingleton<IPostedTexts, PostedTexts>()
            .AddSingleton<Publisher>()
            .AddSingleton<DestinationOrder>()
            .AddSingleton<EarlierPosts>()
            .AddSingleton<SpokenWords>()
            .AddSingleton<FanOut>()
            .AddSingleton<OpenFanOuts>()
            .AddSingleton<DeliveryWriter>()
            .AddSingleton<Backlog>()
            .AddSingleton<DeliveryStopper>()
            .AddSingleton<ReplacedPosts>()
            .AddSingleton<DeliveryDesk>()
            .AddSingleton<DeliveryLists>();

    private static IServiceCollection AddHandTasks(this IServiceCollection services)
    {
        services.AddOptions<HandTaskOptions>()
            // Read by hand: the code that the binder generates knows the options of every room, and a room must not.
            .Configure<IConfiguration>((options, configuration) => options.Read(configuration.GetSection(HandTaskOptions.Section)))
            .Validate(options => options.LateAfter > TimeSpan.Zero, $"{HandTaskOptions.Section}:{nameof(HandTaskOptions.LateAfter)} has to be a time like 1.00:00:00, and longer than nothing.")
            .ValidateOnStart();
        return services.AddSingleton<ConfirmedTasks>().AddSingleton<HandTaskReminder>();
    }
}
