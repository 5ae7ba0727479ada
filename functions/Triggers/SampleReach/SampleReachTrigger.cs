using Dissemination.Reach;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class SampleReachTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("SampleReach", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<ReachSampler>().SampleAsync(cancellation);
}
