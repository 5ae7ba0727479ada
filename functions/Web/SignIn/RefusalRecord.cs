using System.Globalization;
using Dissemination.Web.Api;

namespace Dissemination.Web.SignIn;

/// <summary>
/// Records what was refused: to somebody who is known, what may not be seen or done, and each act that was not done, one by one where many
/// were asked for at once; and tokens that are no good. Whoever is not signed in and is asked to is refused nothing.
/// </summary>
internal static class RefusalRecord
{
    /// <summary>So much of an address is written: whoever asks makes it as long as he or she likes.</summary>
    private const int MostAddress = 200;

    /// <summary>Comes after it is known who asks, and before it is decided whether that one may.</summary>
    public static async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        await WriteAsync(context);
    }

    /// <summary>The same where what failed is answered further out.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        if (WhoOf(context) is { } who && LinesOf(context) is [_, ..] lines)
        {
            await context.RequestServices.GetRequiredService<AccessRecord>().RefusedAsync(who, lines);
        }
    }

    private static string? WhoOf(HttpContext context) =>
        CurrentPerson.Find(context)?.Person.Id.Value
        ?? (context.Response.StatusCode == StatusCodes.Status401Unauthorized && TokenPerson.IsAsked(context.Request)
            ? AccessRecord.Nobody
            : null);

    /// <summary>
    /// Of an act on many a line for each reason, with all that was not done for it; else one of the request, where it was refused.
    /// </summary>
    private static List<string> LinesOf(HttpContext context)
    {
        List<string> lines =
        [
            .. from one in context.Features.Get<RefusedOfMany>()?.Each ?? []
               group one.Id by (Status: ProblemAnswers.StatusOf(one.Problem), one.Problem.Code) into alike
               where IsRefusal(context, alike.Key.Status)
               select $"{Describe(context, alike.Key.Status, alike.Key.Code)}: {RefusedOfMany.Listed(alike)}",
        ];
        return lines.Count == 0 && IsRefusal(context, context.Response.StatusCode)
            ? [Describe(context, context.Response.StatusCode, context.Features.Get<Refusal>()?.Code)]
            : lines;
    }

    private static bool IsRefusal(HttpContext context, int status) => status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => true,
        StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed
            or StatusCodes.Status422UnprocessableEntity =>
                !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method),
        _ => false,
    };

    /// <summary>What was asked, without what stood behind the question mark or in a form.</summary>
    private static string Describe(HttpContext context, int status, string? code)
    {
        var address = $"{context.Request.Method} {context.Request.Path}";
        var token = CurrentPerson.Find(context)?.Token is { } known ? $" ({known.Id})" : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{(address.Length > MostAddress ? address[..MostAddress] : address)}: {status} {code}{token}");
    }
}
