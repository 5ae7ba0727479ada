using Dissemination.Reach.Meetings;

namespace Dissemination.Web.Api;

/// <summary>What a record was before somebody changed it.</summary>
internal sealed record ToldChangeAnswer(ToldAnswer Before, ToldStep Step)
{
    public static ToldChangeAnswer Of(ToldChange change) => new(ToldAnswer.Of(change.Before), change.Step);
}
