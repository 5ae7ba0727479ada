using Dissemination.Deliveries;

namespace Dissemination.Web.Api;

/// <summary>What an act on one of many deliveries came to.</summary>
/// <param name="State">How the delivery stands now; null where there is none.</param>
internal sealed record CommandAnswer(string Id, bool Done, DeliveryState? State, ProblemAnswer? Problem)
{
    public static CommandAnswer Of(CommandOutcome outcome) =>
        new(outcome.Id.ToString(), outcome.IsDone, outcome.Row?.Value.State, outcome.Problem is { } problem
            ? ProblemAnswer.Of(problem)
            : null);
}
