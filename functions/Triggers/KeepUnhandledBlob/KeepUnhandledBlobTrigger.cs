using Dissemination.Notices;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class KeepUnhandledBlobTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("KeepUnhandledBlob", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<NoticeBoard>().KeepBlobAsync(invocation.Queue("message").Text, cancellation);
}
