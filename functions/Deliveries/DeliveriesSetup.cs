using Dissemination.Deliveries.Connections;
using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Deliveries.Foresight;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Occasions;
using Dissemination.Deliveries.Offers;
using Dissemination.Deliveries.Sending;
using Dissemination.Deliveries.Waiting;
using Dissemination.Deliveries.Watching;

namespace Dissemination.Deliveries;

internal static class DeliveriesSetup
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) =>
        services
            .AddHandTasks()
            .AddStopping()
            .AddSending()
            .AddSingleton<DeliveryReader>()
            .AddSingleton<DeliveryLedger>()
            .AddSingleton<DeliveryPages>()
            .AddSingleton<PublicVersionReader>()
            .AddSingleton<ShortLinkStore>()
            .AddSingleton<LinkCounter>()
            .AddHostedService(services => services.GetRequiredService<LinkCounter>())
            .AddSingleton<VariantCommands>()
            .AddSingleton<UndoCommands>()
            .AddSingleton<DestinationOrder>()
            .AddSingleton<EarlierPosts>()
            .AddSingleton<StandingNames>()
            .AddSingleton<LoudspeakerText>()
            .AddSingleton<CorrectionPlanner>()
            .AddSingleton<DeliveryPlanner>()
            .AddSingleton<VoicePosts>()
            .AddSingleton<FanOutEnd>()
            .AddSingleton<FanOut>()
            .AddSingleton<DueVersions>()
            .AddSingleton<DeliveryWriter>()
            .AddSingleton<Backlog>()
            .AddSingleton<RemovalPlanner>()
            .AddSingleton<ReplacedPosts>()
            .AddSingleton<PostForesight>()
            .AddSingleton<DeliveryForesight>()
            .AddSingleton<CommandEffects>()
            .AddSingleton<DeliveryCommands>()
            .AddSingleton<WaitingReader>()
            .AddSingleton<TroubleReader>()
            .AddConnections()
            .AddSingleton<DirectoryChangeService>()
            .AddSingleton<DirectoryEditService>()
            .AddSingleton<OfferService>()
            .AddWatching()
            .AddSingleton<OccasionReader>()
            .AddSingleton<OccasionCommands>();

    private static IServiceCollection AddConnections(this IServiceCollection services) => services
        .AddSingleton<ConnectionService>()
        .AddSingleton<TestSends>();

    private static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddSingleton<WatchMetrics>()
        .AddSingleton<CredentialAges>()
        .AddSingleton<Watcher>();

    private static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SendingOptions, SendingOptionsValidator>().BindConfiguration(SendingOptions.Section);
        return services
            .AddSingleton<LaneShares>()
            .AddSingleton<HealthStore>()
            .AddSingleton<DeliverySender>()
            .AddSingleton<LaneMoves>()
            .AddSingleton<BlockTexts>()
            .AddSingleton<BlockOutcomes>()
            .AddSingleton<BlockSender>()
            .AddSingleton<SendingTroubles>()
            .AddSingleton<ShareSender>()
            .AddSingleton<ShareRecovery>();
    }

    private static IServiceCollection AddStopping(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ExpiryOptions, ExpiryOptionsValidator>().BindConfiguration(ExpiryOptions.Section);
        return services.AddSingleton<DeliveryStopper>().AddSingleton<StopDispatcher>().AddSingleton<ExpiryCatchUp>();
    }

    private static IServiceCollection AddHandTasks(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<HandTaskOptions, HandTaskOptionsValidator>().BindConfiguration(HandTaskOptions.Section);
        return services
            .AddSingleton<HandTaskPosts>()
            .AddSingleton<LoudspeakerScripts>()
            .AddSingleton<LoudspeakerPack>()
            .AddSingleton<TaskPhotographs>()
            .AddSingleton<ConfirmedTaskStore>()
            .AddSingleton<ReminderHandOver>()
            .AddSingleton<HandTaskReminder>();
    }
}
