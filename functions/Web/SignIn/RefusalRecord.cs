using System.Globalization;

namespace Dissemination.Web.SignIn;

/// <summary>
/// Records what was refused: to somebody who is known, what may not be seen or done, and each act that was not done; and tokens that are
/// no good. Whoever is not signed in and is asked to is refused nothing.
/// </summary>
internal static class RefusalRecord
{
    /// <summary>Comes after it is known who asks, and before it is decided whether that one may.</summary>
    public static async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (WhoOf(context) is { } who && IsRefusal(context))
        {
            await context.RequestServices.GetRequiredService<AccessRecord>().RefusedAsync(who, Describe(context));
        }
    }

    private static string? WhoOf(HttpContext context) =>
        CurrentPerson.Find(context)?.Person.Id.Value
        ?? (context.Response.StatusCode == StatusCodes.Status401Unauthorized && TokenPerson.IsAsked(context.Request)
            ? AccessRecord.Nobody
            : null);

    private static bool IsRefusal(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => true,
        StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed
            or StatusCodes.Status422UnprocessableEntity =>
                !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method),
        _ => false,
    };

    /// <summary>What was asked, without what stood behind the question mark or in a form.</summary>
    private static string Describe(HttpContext context)
    {
        var (request, status) = (context.Request, context.Response.StatusCode.ToString(CultureInfo.InvariantCulture));
        var token = CurrentPerson.Find(context)?.Token is { } known ? $" ({known.Id})" : "";
        return $"{request.Method} {request.Path}: {status} {context.Features.Get<Refusal>()?.Code}{token}";
    }
}
