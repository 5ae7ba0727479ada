using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Web.SignIn;

/// <summary>A person's sign-in with one browser, as the browser's cookie keeps it: what the directory knows is not in it.</summary>
/// <param name="Id">Made by chance for each sign-in.</param>
/// <param name="SignedInAt">When the provider last saw a password or the like; null where it does not say.</param>
internal sealed record Session(string Id, PersonId Person, Account Account, DateTimeOffset Began, DateTimeOffset? SignedInAt)
{
    private const string IdClaim = "sid";
    private const string SubjectClaim = "sub";
    private const string EmailClaim = "email";
    private const string BeganClaim = "began";
    private const string SignedInClaim = "auth_time";

    private static readonly TimeSpan Late = TimeSpan.FromMinutes(30);

    public static Session Begin(PersonId person, Account account, DateTimeOffset now, DateTimeOffset? signedInAt) =>
        new(RandomNumberGenerator.GetHexString(32, lowercase: true), person, account, now, signedInAt);

    /// <summary>Whether it has lasted as long as it may, however much it is used.</summary>
    public bool IsOver(DateTimeOffset now, OpenIdOptions settings) => now - Began >= settings.Longest;

    /// <summary>Whether it has lasted at most a little longer than it may, so that somebody may still sit before its page.</summary>
    public bool EndedLately(DateTimeOffset now, OpenIdOptions settings) => now - Began < settings.Longest + Late;

    /// <summary>Whether the person signed in so lately that he or she may approve.</summary>
    public bool IsFresh(DateTimeOffset now, OpenIdOptions settings) => SignedInAt is { } at && (now - at).Duration() < settings.Fresh;

    public ClaimsPrincipal ToPrincipal()
    {
        Claim?[] claims =
        [
            new(ClaimTypes.NameIdentifier, Person.Value),
            new(IdClaim, Id),
            new(SubjectClaim, Account.Subject),
            Account.VerifiedEmail is { } email ? new(EmailClaim, email) : null,
            new(BeganClaim, Text(Began)),
            SignedInAt is { } at ? new(SignedInClaim, Text(at)) : null,
        ];
        return new(new ClaimsIdentity(claims.OfType<Claim>(), SessionCookie.Scheme));
    }

    /// <summary>Null where it is none of this form.</summary>
    public static Session? Of(ClaimsPrincipal principal) =>
        principal.FindFirstValue(IdClaim) is { } id
        && IStringId<PersonId>.Find(principal.FindFirstValue(ClaimTypes.NameIdentifier)) is { } person
        && principal.FindFirstValue(SubjectClaim) is { } subject
        && Time(principal.FindFirstValue(BeganClaim)) is { } began
            ? new(
                id,
                person,
                new(subject, principal.FindFirstValue(EmailClaim), IsEmailVerified: true),
                began,
                Time(principal.FindFirstValue(SignedInClaim)))
            : null;

    private static string Text(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
