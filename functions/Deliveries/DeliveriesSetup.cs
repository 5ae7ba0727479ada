using Dissemination.Deliveries.Connections;
using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Offers;
using Dissemination.Deliveries.Sending;

namespace Dissemination.Deliveries;

internal static class DeliveriesSetup
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) =>
        services
            .AddHandTasks()
            .AddStopping()
            .AddSending()
            .AddSingleton<DeliveryReader>()
            .AddSingleton<PublicVersionReader>()
            .AddSingleton<ShortLinkStore>()
            .AddSingleton<LinkCounter>()
            .AddHostedService(services => services.GetRequiredService<LinkCounter>())
            .AddSingleton<VariantCommands>()
            .AddSingleton<DestinationOrder>()
            .AddSingleton<EarlierPosts>()
            .AddSingleton<StandingNames>()
            .AddSingleton<LoudspeakerText>()
            .AddSingleton<CorrectionPlanner>()
            .AddSingleton<DeliveryPlanner>()
            .AddSingleton<FanOutEnd>()
            .AddSingleton<FanOut>()
            .AddSingleton<DeliveryWriter>()
            .AddSingleton<Backlog>()
            .AddSingleton<RemovalPlanner>()
            .AddSingleton<ReplacedPosts>()
            .AddSingleton<CommandEffects>()
            .AddSingleton<DeliveryCommands>()
            .AddSingleton<DeliveryListReader>()
            .AddSingleton<ConnectionService>()
            .AddSingleton<DirectoryChangeService>()
            .AddSingleton<OfferService>();

    private static IServiceCollection AddSending(this IServiceCollection services) =>
        services
            .AddSingleton<DeliveryLedger>()
            .AddSingleton<HealthStore>()
            .AddSingleton<DeliverySender>()
            .AddSingleton<LaneMoves>()
            .AddSingleton<BatchTexts>()
            .AddSingleton<BatchOutcomes>()
            .AddSingleton<BatchSender>()
            .AddSingleton<LaneSender>()
            .AddSingleton<LaneRecovery>();

    private static IServiceCollection AddStopping(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ExpiryOptions, ExpiryOptionsValidator>().BindConfiguration(ExpiryOptions.Section);
        return services.AddSingleton<DeliveryStopper>().AddSingleton<StopDispatcher>().AddSingleton<ExpiryCatchUp>();
    }

    private static IServiceCollection AddHandTasks(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<HandTaskOptions, HandTaskOptionsValidator>().BindConfiguration(HandTaskOptions.Section);
        return services.AddSingleton<HandTaskPosts>().AddSingleton<ConfirmedTaskStore>().AddSingleton<HandTaskReminder>();
    }
}
