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

    private static bool IsFresh(HttpContext context, Session session)
    {
        var services = context.RequestServices;
        return session.IsFresh(
            services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<IOptions<OpenIdOptions>>().Value);
    }

    private sealed class Mark;
}
