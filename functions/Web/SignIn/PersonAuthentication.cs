using System.Security.Claims;
using System.Text.Encodings.Web;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.SignIn;

/// <summary>
/// Makes the person of a request its user, with the roles that the directory gives. What the directory does not know is nobody.
/// </summary>
internal sealed class PersonAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IPersonOfRequest personOfRequest)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "person";

    /// <summary>
    /// Who sends a request, browser or program; null where it is nobody's. What is open to all asks for itself where it tells some more.
    /// </summary>
    public static ValueTask<CurrentPerson?> FindAsync(HttpContext context) =>
        TokenPerson.IsAsked(context.Request)
            ? context.RequestServices.GetRequiredService<TokenPerson>().OfAsync(context)
            : context.RequestServices.GetRequiredService<IPersonOfRequest>().OfAsync(context);

    private bool IsApi => Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // What is open to all need not know who asks, and so asks storage nothing.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || await FindAsync(Context) is not { } current)
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(current);
        var claims = current.Person.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString()))
            .Prepend(new(ClaimTypes.NameIdentifier, current.Person.Id.Value));
        return AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Name)), Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsApi)
        {
            var isToken = TokenPerson.IsAsked(Request);
            Response.Headers.WWWAuthenticate = isToken ? "Bearer error=\"invalid_token\"" : "Bearer";
            await ProblemAnswers.Of(new(isToken ? nameof(ProblemTexts.TokenNotGood) : nameof(ProblemTexts.NotSignedIn)))
                .ExecuteAsync(Context);
            return;
        }

        Response.Redirect(await personOfRequest.SignInAddressAsync(Context));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ProblemAnswers.Of(new(nameof(ProblemTexts.NotYourRole))).ExecuteAsync(Context);
}
