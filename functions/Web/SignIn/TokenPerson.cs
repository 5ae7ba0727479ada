using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>Whoever made the token that a program sends to the API, with the roles that the directory gives him or her now.</summary>
internal sealed class TokenPerson(AccessTokenStore tokens, DirectoryStore directories)
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether a request wants to be known by a token, good or not: then it is known by nothing else.</summary>
    public static bool IsAsked(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && request.Headers.Authorization.Count > 0;

    public async ValueTask<CurrentPerson?> OfAsync(HttpContext context)
    {
        var given = context.Request.Headers.Authorization.ToString();
        return given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await FindAsync(given[Scheme.Length..].Trim(), context.RequestAborted)
            : null;
    }

    /// <summary>Whoever made a token that is good; null of any other text.</summary>
    public async ValueTask<CurrentPerson?> FindAsync(string text, CancellationToken cancellationToken) =>
        await tokens.FindGoodAsync(text, cancellationToken) is { } token
        && await directories.CurrentAsync(cancellationToken) is var directory
        && directory.Find(token.Person) is { } person
        && (token.Account is not { } account || directory.FindByAccount(account.Subject, account.VerifiedEmail)?.Id == person.Id)
            ? new(person) { Token = token }
            : null;
}
