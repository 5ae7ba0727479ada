using Dissemination.Web.SignIn;
using Microsoft.Net.Http.Headers;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Tells a browser what programs are told as problem details: every refusal and failure comes this way.</summary>
internal sealed class ErrorPages : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context)
    {
        var request = context.HttpContext.Request;
        return !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && accepted.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        var status = problem.Status ?? http.Response.StatusCode;
        PageAnswers.Protect(http);
        Refusal.Note(http, problem);
        // Only our own problems carry a code; the words of others are for programmers.
        var detail = problem.Extensions.ContainsKey("code") ? problem.Detail : null;
        // Nothing is counted for it: it has to come where storage is away.
        var frame = PageFrame.Of(http, Title(status), address: "/") with { Counts = null };
        await PageAnswers.Page<ErrorPage, ErrorModel>(new(frame, detail ?? Detail(status)), status).ExecuteAsync(http);
    }

    private static string Title(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Texts.ErrorNotSignedInTitle,
        StatusCodes.Status403Forbidden => Texts.ErrorForbiddenTitle,
        StatusCodes.Status404NotFound => Texts.ErrorNotFoundTitle,
        StatusCodes.Status413PayloadTooLarge => Texts.ErrorTooLargeTitle,
        StatusCodes.Status503ServiceUnavailable => Texts.ErrorAwayTitle,
        < 500 => Texts.ErrorRefusedTitle,
        _ => Texts.ErrorBrokenTitle,
    };

    private static string Detail(int status) => status switch
    {
        StatusCodes.Status403Forbidden => Texts.ErrorForbidden,
        StatusCodes.Status404NotFound => Texts.ErrorNotFound,
        StatusCodes.Status413PayloadTooLarge => Texts.ErrorTooLarge,
        < 500 => Texts.ErrorRefused,
        _ => Texts.ErrorBroken,
    };
}
