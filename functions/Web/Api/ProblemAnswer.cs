using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Web.Api;

/// <summary>A problem as the API tells it.</summary>
internal sealed record ProblemAnswer(string Code, string? File, int? Line, string? Field, string Text)
{
    public static ProblemAnswer Of(Problem problem) =>
        new(problem.Code, problem.Place?.File, problem.Place?.Line, problem.Place?.Field, problem.Text(CultureInfo.CurrentUICulture));
}
