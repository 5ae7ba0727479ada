using System.Globalization;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web;

/// <summary>What a request that could not be finished is answered with, page or API, where that is no mistake of this program.</summary>
internal sealed class FailureAnswers : IExceptionHandler
{
    private const int BytesOfMegabyte = 1024 * 1024;

    /// <summary>When to ask again, in seconds.</summary>
    private const string RetryAfter = "2";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (AnswerTo(exception, httpContext) is not { } answer)
        {
            return false;
        }

        if (answer.StatusCode is StatusCodes.Status409Conflict or StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfter;
        }

        await answer.ExecuteAsync(httpContext);

        // Whoever lost the race to others each time was refused as well, and who records refusals has not seen the answer.
        await RefusalRecord.WriteAsync(httpContext);
        return true;
    }

    private static ProblemHttpResult? AnswerTo(Exception exception, HttpContext context) => exception switch
    {
        BadPageTokenException => ProblemAnswers.Of(new(nameof(ProblemTexts.BadPageToken))),
        UnreadableRowException { Row: var row } => ProblemAnswers.Of(
            new(nameof(ProblemTexts.RowUnreadable), null, row.Table, row.PartitionKey, row.RowKey, row.Version)),
        LostRaceException => ProblemAnswers.Of(new(nameof(ProblemTexts.ChangedByOthers))),
        RecordTooLargeException => ProblemAnswers.Of(new(nameof(ProblemTexts.RecordTooLarge), null, Number(RowCodec.MostCharacters))),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ProblemAnswers.Of(TooLarge(context)),
        BadHttpRequestException bad => TypedResults.Problem(statusCode: bad.StatusCode),
        _ when StorageFailure.IsAway(exception) => ProblemAnswers.Of(new(nameof(ProblemTexts.StorageAway))),
        _ => null,
    };

    private static Problem TooLarge(HttpContext context)
    {
        var most = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0;
        return new(nameof(ProblemTexts.FileTooLarge), null, Number((int)(most / BytesOfMegabyte)));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
