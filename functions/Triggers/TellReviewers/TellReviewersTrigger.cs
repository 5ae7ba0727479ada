using System.Text.Json;
using Dissemination.Channels.Reviewers;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class TellReviewersTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("TellReviewers", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation)
    {
        var call = JsonSerializer.Deserialize(invocation.Queue("message").Text, ReviewersJson.Default.ReviewerCall)
            ?? throw new InvalidDataException("The message names no reviewer.");
        return services.GetRequiredService<ReviewerDesk>().SeeToAsync(call, cancellation);
    }
}
