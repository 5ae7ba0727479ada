using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Microsoft.AspNetCore.Diagnostics;

namespace Dissemination.Web;

/// <summary>Says of any list, page or API, that its token was not one of its own.</summary>
internal sealed class BadPageTokenAnswer : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadPageTokenException)
        {
            return false;
        }

        await ProblemAnswers.Of(new(nameof(ProblemTexts.BadPageToken))).ExecuteAsync(httpContext);
        return true;
    }
}
