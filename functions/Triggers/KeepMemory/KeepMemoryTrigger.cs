using Dissemination.Translation.Memory;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class KeepMemoryTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("KeepMemory", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<MemoryKeeper>().KeepAsync(cancellation);
}
