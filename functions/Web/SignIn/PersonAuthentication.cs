using System.Security.Claims;
using System.Text.Encodings.Web;
using Dissemination.Directory;
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
    IPersonOfRequest personOfRequest,
    DirectoryStore directories)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "person";

    private bool IsApi => Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // What is open to all need not know who asks, and so asks storage nothing.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return AuthenticateResult.NoResult();
        }

        if (personOfRequest.Of(Context) is not { } id
            || (await directories.CurrentAsync(Context.RequestAborted)).Find(id) is not { } person)
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(new CurrentPerson(person));
        var claims = person.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString()))
            .Prepend(new(ClaimTypes.NameIdentifier, id.Value));
        return AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsApi)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.NotSignedIn))).ExecuteAsync(Context);
        }

        Response.Redirect($"/sign-in?next={Uri.EscapeDataString(Request.PathBase + Request.Path + Request.QueryString)}");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ProblemAnswers.Of(new(nameof(ProblemTexts.NotYourRole))).ExecuteAsync(Context);
}
