using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>
/// Who sends a request from a browser: on one machine a sample person that is chosen, elsewhere whoever signed in with the provider, and
/// where neither is set, nobody.
/// </summary>
internal interface IPersonOfRequest
{
    /// <summary>Whether there is any way to sign in.</summary>
    bool CanSignIn { get; }

    /// <summary>Who it says to be; the directory is not asked.</summary>
    ValueTask<PersonId?> ClaimedAsync(HttpContext context);

    /// <summary>The person of the directory; null where the request is nobody's.</summary>
    ValueTask<CurrentPerson?> OfAsync(HttpContext context);

    /// <summary>Where a request leads that needs a sign-in: what was typed in its form is kept where that can be done.</summary>
    ValueTask<string> SignInAddressAsync(HttpContext context);
}
