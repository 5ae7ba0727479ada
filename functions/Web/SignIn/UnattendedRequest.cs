namespace Dissemination.Web.SignIn;

/// <summary>
/// What a page asks for by itself, again and again: a page that somebody left open is nobody who works, and prolongs no session.
/// </summary>
internal static class UnattendedRequest
{
    private static readonly Mark Unattended = new();

    public static TBuilder ProlongsNoSession<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(Unattended);

    public static bool Is(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Mark>() is not null;

    private sealed class Mark;
}
