using System.Security.Claims;

namespace Dissemination.Web.SignIn;

/// <summary>The account that somebody signed in with, as its provider tells of it.</summary>
/// <param name="IsEmailVerified">Whether the provider says that the address is this account's own.</param>
internal sealed record Account(string Subject, string? Email, bool IsEmailVerified)
{
    public string? VerifiedEmail => IsEmailVerified ? Email : null;

    /// <summary>Null where the provider tells nothing that people of the directory are known by.</summary>
    public static Account? Of(ClaimsPrincipal told, OpenIdOptions settings) =>
        told.FindFirstValue(settings.SubjectClaim) is { Length: > 0 } subject
            ? new(subject, told.FindFirstValue("email"), told.FindFirstValue(settings.EmailVerifiedClaim) is "true" or "True" or "1")
            : null;
}
