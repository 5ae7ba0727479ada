using System.Globalization;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Frame;

/// <summary>What every page does alike.</summary>
internal static class PageAnswers
{
    // Nothing is fetched from elsewhere, and no script runs unless a page asks for one of ours.
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The stored reports carry their style in them, so that they can be mailed.</summary>
    private const string StoredPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

    public static IResult Page<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : IRazorSliceProxy<TModel>
        where TModel : PageModel => new PageResult(TPage.CreateSlice(model), status)
        {
            Code = model.Frame.Problems is [var first, ..] ? first.Code : null,
        };

    /// <summary>Keeps the language that was chosen, and closes the page to other sites.</summary>
    public static ValueTask<object?> GuardAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        Protect(invocation.HttpContext);
        PageLanguage.Remember(invocation.HttpContext);
        return next(invocation);
    }

    /// <summary>Refuses forms that did not come from a page of ours, before anything reads them.</summary>
    public static Task RefuseForeignFormsAsync(HttpContext context, RequestDelegate next) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? ProblemAnswers.Of(new(nameof(ProblemTexts.FormTooOld))).ExecuteAsync(context)
            : next(context);

    public static void Protect(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-cache";
    }

    /// <summary>For a page with a script of ours.</summary>
    public static void AllowOwnScript(HttpContext context) =>
        context.Response.Headers.ContentSecurityPolicy = $"{Policy}; script-src 'self'";

    /// <summary>For a page with a script of ours that sends what is written on it.</summary>
    public static void AllowOwnScriptToSend(HttpContext context) =>
        context.Response.Headers.ContentSecurityPolicy = $"{Policy}; connect-src 'self'; script-src 'self'";

    /// <summary>For the script that every page of somebody who is signed in has, beside what the page was allowed already.</summary>
    public static void AllowAppScript(HttpContext context)
    {
        var policy = context.Response.Headers.ContentSecurityPolicy.ToString();
        if (!policy.Contains("script-src", StringComparison.Ordinal))
        {
            context.Response.Headers.ContentSecurityPolicy = $"{(policy.Length == 0 ? Policy : policy)}; script-src 'self'";
        }
    }

    /// <summary>Nothing that the browser kept for somebody stays for who uses it next, who may go back to pages that were read too.</summary>
    public static void ForgetPerson(HttpContext context) => context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";

    /// <summary>For a page that plays voices of ours.</summary>
    public static void AllowOwnSound(HttpContext context) => Allow(context, "media-src 'self'");

    /// <summary>For a page that needs more than others do, and says why.</summary>
    public static void Allow(HttpContext context, string more) => context.Response.Headers.ContentSecurityPolicy = $"{Policy}; {more}";

    public static void AllowOwnStyle(HttpContext context) => context.Response.Headers.ContentSecurityPolicy = StoredPolicy;

    /// <summary>The page that follows a form which was done: loading it again repeats nothing.</summary>
    public static IResult Done(string address, string word) =>
        Results.LocalRedirect($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={word}");

    /// <summary>What follows a form: the page that it leads to or, where it was not done, itself again with what is wrong.</summary>
    /// <param name="again">Shows the form with these problems.</param>
    public static async Task<IResult> DoneOrAgainAsync(
        IReadOnlyList<Problem> problems, string address, string word, Func<IReadOnlyList<Problem>, Task<IResult>> again) =>
        problems.Count == 0 ? Done(address, word) : await again(problems);

    /// <summary>
    /// The same of a form that does something to many: what was not done to one keeps it from no other, and how many were done is told
    /// either way.
    /// </summary>
    /// <param name="done">To how many it was done.</param>
    /// <param name="again">Shows the form with these problems, and with what was done all the same.</param>
    public static async Task<IResult> ManyDoneOrAgainAsync(
        int done,
        IReadOnlyList<Problem> problems,
        string address,
        string word,
        Func<IReadOnlyList<Problem>, string?, Task<IResult>> again) =>
        problems.Count > 0 ? await again(problems, done > 0 ? DoneLabels.OfMany(word, done) : null)
        : Done(
            done > 1 ? QueryHelpers.AddQueryString(address, "count", done.ToString(CultureInfo.InvariantCulture)) : address, word);

    /// <summary>What follows a form that has nothing typed in it to keep.</summary>
    public static IResult DoneOrProblem<T>(Result<T> result, string address, string word)
        where T : class => DoneOrProblem(result.Problem, address, word);

    /// <summary>The same for what comes to nothing but a problem.</summary>
    public static IResult DoneOrProblem(Problem? problem, string address, string word) =>
        problem is null ? Done(address, word) : ProblemAnswers.Of(problem);

    public static int StatusOf(IReadOnlyList<Problem> problems) =>
        problems.Count == 0 ? StatusCodes.Status200OK : ProblemAnswers.StatusOf(problems[0]);
}
