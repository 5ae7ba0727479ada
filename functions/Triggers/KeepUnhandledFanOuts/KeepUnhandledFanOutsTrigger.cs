using Dissemination.Notices;
using Dissemination.Storage;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class KeepUnhandledFanOutsTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("KeepUnhandledFanOuts", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<NoticeBoard>().KeepMessageAsync(QueueNames.FanOuts, invocation.Queue("message").Text, cancellation);
}
