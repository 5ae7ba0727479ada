namespace Dissemination.Triggers.Contract;

/// <summary>What the host is answered. A body is never left out: an empty one leaves the invocation open for ever.</summary>
internal static class InvocationAnswers
{
    private static ReadOnlySpan<byte> Done => """{"Outputs":{},"Logs":[],"ReturnValue":null}"""u8;

    private static ReadOnlySpan<byte> Malformed => """{"Outputs":{},"Logs":["The invocation is malformed."],"ReturnValue":null}"""u8;

    private static ReadOnlySpan<byte> Failed => """{"Outputs":{},"Logs":["The function failed; see the log."],"ReturnValue":null}"""u8;

    public static ValueTask WriteDoneAsync(HttpResponse response) => WriteAsync(response, StatusCodes.Status200OK, Done.ToArray());

    public static ValueTask WriteMalformedAsync(HttpResponse response) => WriteAsync(response, StatusCodes.Status400BadRequest, Malformed.ToArray());

    public static ValueTask WriteFailedAsync(HttpResponse response) => WriteAsync(response, StatusCodes.Status500InternalServerError, Failed.ToArray());

    private static ValueTask WriteAsync(HttpResponse response, int status, byte[] body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body);
    }
}
