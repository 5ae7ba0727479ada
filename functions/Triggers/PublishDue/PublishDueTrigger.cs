using Dissemination.Publishing;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class PublishDueTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("PublishDue", AnswerAsync);

    private static async Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<DeliveryStopper>().StopDueAsync(cancellation);
        await services.GetRequiredService<Publisher>().PublishDueAsync(cancellation);
        await services.GetRequiredService<OpenFanOuts>().ResumeAsync(cancellation);
    }
}
