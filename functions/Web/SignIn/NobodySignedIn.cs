using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>Where neither a provider nor the sample sign-in is set: nobody.</summary>
internal sealed class NobodySignedIn : IPersonOfRequest
{
    public bool CanSignIn => false;

    public ValueTask<PersonId?> ClaimedAsync(HttpContext context) => new((PersonId?)null);

    public ValueTask<CurrentPerson?> OfAsync(HttpContext context) => new((CurrentPerson?)null);

    public ValueTask<string> SignInAddressAsync(HttpContext context) => new(SignInAddress.Of(context.Request));
}
