using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.SignIn;

/// <summary>The addresses of the sign-in.</summary>
internal static class SignInAddress
{
    public const string SignIn = "/sign-in";

    /// <summary>Where the provider leads back to.</summary>
    public const string Callback = "/sign-in/done";

    /// <summary>Tells somebody whom the directory does not know what to do.</summary>
    public const string Unknown = "/sign-in/unknown";

    public const string Failed = "/sign-in/failed";

    /// <summary>Says why one has to sign in again.</summary>
    public const string Again = "/sign-in/again";

    /// <summary>Sends what was typed before that.</summary>
    public const string Resume = "/sign-in/resume";

    public const string SignOut = "/sign-out";

    public const string SignOutAtProvider = "/sign-out/provider";

    public const string SignOutCallback = "/sign-out/done";

    public const string SignedOut = "/signed-out";

    public static string FailedFor(SignInFailure why) => $"{Failed}?why={EnumNames.Of(why)}";

    /// <summary>The sign-in that leads back to the page that was asked for; after a form, to the page that it was on.</summary>
    public static string Of(HttpRequest request) =>
        BackOf(request) is { } back ? $"{SignIn}?next={Uri.EscapeDataString(back)}" : SignIn;

    /// <summary>The page that somebody was on; null where that is not told.</summary>
    public static string? BackOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? LocalPath.Of(request.PathBase + request.Path + request.QueryString)
            : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) ? LocalPath.Of(page.PathAndQuery) : null;
}
