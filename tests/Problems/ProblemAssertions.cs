using System.Globalization;
using System.Text;

using Dissemination.Problems;


namespace Dissemination.Tests.Problems;

/// <summary>What tests say about problems: their code and line, in the order of the lines.</summary>
internal static class ProblemAssertions
{
    public static byte[] Utf8(this string text) => Encoding.UTF8.GetBytes(text);

    public static IEnumerable<string> AtLines(this IEnumerable<Problem> problems) =>
        problems
            .OrderBy(problem => problem.Place?.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Place?.Line)
            .Select(problem => string.Create(CultureInfo.InvariantCulture, $"{problem.Code}:{problem.Place?.Line}"));

    public static void AssertOne<T>(this Parsed<T> parsed, string code, int? line, string? field = null)
        where T : class
    {
        Assert.False(parsed.IsValid);
        var problem = Assert.Single(parsed.Problems);
        Assert.Equal((code, line), (problem.Code, problem.Place?.Line));
        if (field is not null)
        {
            Assert.Equal(field, problem.Place?.Field);
        }
    }

    public static T AssertValid<T>(this Parsed<T> parsed)
        where T : class
    {
        Assert.True(
            parsed.IsValid,
            string.Join('\n', parsed.Problems.Select(problem => problem.TextWithPlace(CultureInfo.GetCultureInfo("en-US")))));
        return parsed.Value;
    }
}
