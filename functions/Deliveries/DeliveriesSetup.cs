using Dissemination.Deliveries.Connections;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Sending;

namespace Dissemination.Deliveries;

internal static class DeliveriesSetup
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) =>
        services
            .AddHandTasks()
            .AddSending()
            .AddSingleton<DeliveryReader>()
            .AddSingleton<PublicVersionReader>()
            .AddSingleton<ShortLinkStore>()
            .AddSingleton<VariantCommands>()
            .AddSingleton<DestinationOrder>()
            .AddSingleton<EarlierPosts>()
            .AddSingleton<LoudspeakerText>()
            .AddSingleton<DeliveryPlanner>()
            .AddSingleton<FanOutEnd>()
            .AddSingleton<FanOut>()
            .AddSingleton<DeliveryWriter>()
            .AddSingleton<Backlog>()
            .AddSingleton<RemovalPlanner>()
            .AddSingleton<DeliveryStopper>()
            .AddSingleton<StopDispatcher>()
            .AddSingleton<ReplacedPosts>()
            .AddSingleton<CommandEffects>()
            .AddSingleton<DeliveryCommands>()
            .AddSingleton<DeliveryListReader>()
            .AddSingleton<ConnectionService>();

    private static IServiceCollection AddSending(this IServiceCollection services) =>
        services
            .AddSingleton<DeliveryLedger>()
            .AddSingleton<HealthStore>()
            .AddSingleton<DeliverySender>()
            .AddSingleton<BatchTexts>()
            .AddSingleton<BatchOutcomes>()
            .AddSingleton<BatchSender>()
            .AddSingleton<LaneSender>()
            .AddSingleton<LaneRecovery>();

    private static IServiceCollection AddHandTasks(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<HandTaskOptions, HandTaskOptionsValidator>().BindConfiguration(HandTaskOptions.Section);
        return services.AddSingleton<HandTaskPosts>().AddSingleton<ConfirmedTaskStore>().AddSingleton<HandTaskReminder>();
    }
}
