using Dissemination.Content;
using Dissemination.Translation.Exchange;

namespace Dissemination.Web.Api;

/// <summary>What became of one translation of a file.</summary>
/// <param name="Segments">How many segments got new words.</param>
/// <param name="Problems">Why others did not.</param>
internal sealed record TakenFileAnswer(VersionId Version, int Segments, IReadOnlyList<ProblemAnswer> Problems)
{
    public static TakenFileAnswer Of(TakenFile file) => new(file.Version, file.Segments, [.. file.Problems.Select(ProblemAnswer.Of)]);
}
