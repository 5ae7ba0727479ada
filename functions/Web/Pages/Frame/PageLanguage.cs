using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The language of a page: Vietnamese, or English for those who chose it.</summary>
internal static class PageLanguage
{
    public const string Cookie = "lang";

    public const string Parameter = "lang";

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static string Other => IsEnglish ? "vi" : "en";

    public static string OtherName => IsEnglish ? "Tiếng Việt" : "English";

    public static string OtherAddress(string address) => QueryHelpers.AddQueryString(address, Parameter, Other);

    private static bool IsEnglish => Current == "en";

    /// <summary>Remembers the choice of a request that makes one.</summary>
    public static void Remember(HttpContext context)
    {
        if (context.Request.Query[Parameter].ToString() is "vi" or "en")
        {
            context.Response.Cookies.Append(
                Cookie,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture)),
                new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        }
    }
}
