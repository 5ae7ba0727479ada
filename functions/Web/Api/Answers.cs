using Dissemination.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>What an action or a search came to, as the API answers it.</summary>
internal static class Answers
{
    public static Results<Ok<TAnswer>, ProblemHttpResult> ToAnswer<T, TAnswer>(this Result<T> result, Func<T, TAnswer> shape)
        where T : class => result.IsDone ? TypedResults.Ok(shape(result.Value)) : ProblemAnswers.Of(result.Problem);

    public static Results<Ok<TAnswer>, ProblemHttpResult> ToAnswer<T, TAnswer>(this Parsed<T> parsed, Func<T, TAnswer> shape)
        where T : class => parsed.IsValid ? TypedResults.Ok(shape(parsed.Value)) : ProblemAnswers.OfAll(parsed.Problems);

    /// <param name="missing">What is told where nothing was found.</param>
    public static Results<Ok<TAnswer>, ProblemHttpResult> ToAnswer<T, TAnswer>(this T? found, Func<T, TAnswer> shape, Problem missing)
        where T : class => found is not null ? TypedResults.Ok(shape(found)) : ProblemAnswers.Of(missing);

    public static Results<NoContent, ProblemHttpResult> ToNoContent<T>(this Result<T> result)
        where T : class => result.IsDone ? TypedResults.NoContent() : ProblemAnswers.Of(result.Problem);
}
