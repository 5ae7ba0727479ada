using System.Globalization;
using Dissemination.Web.Api;
using Dissemination.Web.Public;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dissemination.Web;

/// <summary>Pages and API for the three kinds of people, and what the public sees.</summary>
internal static class WebSetup
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.TryAddSingleton<IPersonOfRequest, NobodySignedIn>();
        services.AddPolicies().AddAntiforgery();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            // Vietnamese first: a page is in English only for those who choose it, the API for programs that ask for it.
            CultureInfo[] cultures = [CultureInfo.GetCultureInfo("vi-VN"), CultureInfo.GetCultureInfo("en")];
            options.DefaultRequestCulture = new("vi-VN");
            options.SupportedCultures = [cultures[0]];
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { UIQueryStringKey = "lang", QueryStringKey = "lang" },
                new CookieRequestCultureProvider { CookieName = "lang" },
                new ApiLanguage(),
            ];
        });
        return services.AddApi();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapWeb(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        endpoints.MapLinks();
        endpoints.MapApi();
    }
}
