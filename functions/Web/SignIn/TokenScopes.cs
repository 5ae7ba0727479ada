using Dissemination.Problems;
using Dissemination.Web.Api;

namespace Dissemination.Web.SignIn;

/// <summary>What of the API a token opens: reading with one scope, changing with the one that the endpoint names.</summary>
internal static class TokenScopes
{
    /// <summary>Names the scope by which programs may change something here; without one, only people may.</summary>
    public static TBuilder OpenTo<TBuilder>(this TBuilder endpoints, TokenScope scope)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new Mark(scope));

    /// <summary>Comes after it is known who asks. What is no endpoint of ours, as for a wrong method, answers by itself.</summary>
    public static Task CheckAsync(HttpContext context, RequestDelegate next) =>
        CurrentPerson.Find(context)?.Token is { } token
        && context.GetEndpoint() is RouteEndpoint endpoint
        && ProblemOf(token, context, endpoint) is { } problem
            ? ProblemAnswers.Of(problem).ExecuteAsync(context)
            : next(context);

    private static Problem? ProblemOf(AccessToken token, HttpContext context, Endpoint endpoint)
    {
        var needed = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            ? TokenScope.Read
            : endpoint.Metadata.GetMetadata<Mark>()?.Scope;
        return FreshSignIn.IsAsked(endpoint) || needed is not { } scope ? new(nameof(ProblemTexts.OnlyForPeople))
            : token.Scopes.Contains(scope) ? null
            : new(nameof(ProblemTexts.TokenScopeMissing), null, Labels.Of(scope));
    }

    private sealed record Mark(TokenScope Scope);
}
