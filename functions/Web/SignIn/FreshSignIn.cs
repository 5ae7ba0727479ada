using Dissemination.Intake;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.SignIn;

/// <summary>
/// For what nobody shall do at a machine that somebody else left open: whoever signed in a while ago signs in again first, and what was
/// typed is kept meanwhile.
/// </summary>
internal static class FreshSignIn
{
    private static readonly Mark Asked = new();

    public static TBuilder RequireFreshSignIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(Asked);

    public static bool IsAsked(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Mark>() is not null;

    /// <summary>Comes after it is known who asks and that the form is ours.</summary>
    public static async Task AskAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not { } endpoint || !IsAsked(endpoint)
            || CurrentPerson.Find(context) is not { Session: { } session } current
            || IsFresh(context, session))
        {
            await next(context);
            return;
        }

        var forms = context.RequestServices.GetRequiredService<KeptFormStore>();
        var kept = await forms.KeepAsync(context, current.Person.Id);
        context.Response.Redirect(kept is null ? SignInAddress.Of(context.Request) : $"{SignInAddress.Again}/{kept}?fresh=true");
    }

    /// <summary>
    /// Who hands a file in with a request. What a file says of its approval counts from whom it would be asked at <c>/approvals</c> too:
    /// a person, never a program, who has signed in lately. From all others it is a claim.
    /// </summary>
    public static HandedInBy HandsIn(HttpContext context)
    {
        var current = CurrentPerson.Of(context);
        return new(current.Person.Id, current is { Token: null } && (current.Session is not { } session || IsFresh(context, session)));
    }

    private static bool IsFresh(HttpContext context, Session session)
    {
        var services = context.RequestServices;
        return session.IsFresh(
            services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<IOptions<OpenIdOptions>>().Value);
    }

    private sealed class Mark;
}
