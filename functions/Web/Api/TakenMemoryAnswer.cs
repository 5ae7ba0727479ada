using Dissemination.Intake;
using Dissemination.Translation.Memory;

namespace Dissemination.Web.Api;

/// <summary>What became of a file for the memory.</summary>
/// <param name="IsNew">False where nothing changed, because the memory had it already.</param>
/// <param name="LeftOut">What was not taken, and why.</param>
internal sealed record TakenMemoryAnswer(MemoryFile File, bool IsNew, IReadOnlyList<ProblemAnswer> LeftOut)
{
    public static TakenMemoryAnswer Of(TakenMemory taken) => new(taken.File, taken.IsNew, [.. taken.LeftOut.Select(ProblemAnswer.Of)]);
}
