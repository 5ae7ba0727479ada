using Dissemination.Channels.Reviewers;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class CallReviewersTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("CallReviewers", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<ReviewerCalls>().CallAsync(cancellation);
}
