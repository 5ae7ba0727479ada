using Dissemination.Reach.Meetings;

namespace Dissemination.Web.Api;

/// <summary>A row of a sheet, as it is understood.</summary>
/// <param name="There">What is there already and is the same; null where it is new.</param>
internal sealed record SheetRowAnswer(int Line, Told? Told, ToldId? There, IReadOnlyList<ProblemAnswer> Problems)
{
    public static SheetRowAnswer Of(SheetRow row) => new(
        row.Line,
        row.Told,
        row.There?.Id,
        [.. row.Problems.Select(ProblemAnswer.Of)]);
}
