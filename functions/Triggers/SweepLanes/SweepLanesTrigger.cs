using Dissemination.Channels.Sending;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class SweepLanesTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("SweepLanes", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<LaneSweeper>().SweepAsync(cancellation);
}
