using Dissemination.Notices;
using Dissemination.Storage;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class KeepUnhandledLanesTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("KeepUnhandledLanes", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<NoticeBoard>().KeepMessageAsync(QueueNames.Lanes, invocation.Queue("message").Text, cancellation);
}
