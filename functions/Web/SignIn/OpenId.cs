using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.SignIn;

/// <summary>Sends a browser to the provider.</summary>
internal static class OpenId
{
    public const string Scheme = "openid";

    /// <summary>Where nobody works: whoever comes from there begins with the own work.</summary>
    public const string Home = "/";

    private const string FreshItem = "fresh";
    private const string OtherItem = "other";

    /// <summary>To sign in, and to come back to a page; silently where the provider knows the browser.</summary>
    /// <param name="other">Whether the person shall be asked with which account.</param>
    public static ChallengeHttpResult SignIn(string? next, bool other)
    {
        var properties = new AuthenticationProperties { RedirectUri = next ?? Home };
        if (other)
        {
            properties.Items[OtherItem] = "1";
        }

        return TypedResults.Challenge(properties, [Scheme]);
    }

    /// <summary>To sign in anew, with a password or the like, however lately that was.</summary>
    public static ChallengeHttpResult SignInAfresh(string next, DateTimeOffset now)
    {
        var properties = new AuthenticationProperties { RedirectUri = next };
        properties.Items[FreshItem] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return TypedResults.Challenge(properties, [Scheme]);
    }

    /// <summary>From when on the sign-in has to be that this request was sent for; null where any will do.</summary>
    public static DateTimeOffset? FreshSince(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(FreshItem, out var since) && since is not null
            ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(since, CultureInfo.InvariantCulture))
            : null;

    public static bool AsksForOther(AuthenticationProperties properties) => properties.Items.ContainsKey(OtherItem);
}
