using Dissemination.Intake;

namespace Dissemination.Web.Api;

/// <summary>What approving one of many items came to.</summary>
internal sealed record ApprovedAnswer(string Id, bool Done, ProblemAnswer? Problem)
{
    public static ApprovedAnswer Of(ApprovalOutcome outcome) =>
        new(outcome.Id.Value, outcome.Approved is not null, outcome.Problem is { } problem ? ProblemAnswer.Of(problem) : null);
}
