using System.Globalization;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Public;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;

namespace Dissemination.Web;

/// <summary>Pages and API for the three kinds of people, and what the public sees.</summary>
internal static class WebSetup
{
    /// <summary>
    /// The page of a translation has two fields for each segment, and a text has as many as <c>TextLimits</c> lets it; that of a sheet has
    /// one for each cell, and there may be 500 rows with all heads.
    /// </summary>
    private const int MostFormFields = 20_000;

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        // It writes the address of each request: that of a calendar holds its token, that of a sign-in the provider's code.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));
        services.AddResponseHeaders().AddSmallAnswers().AddPublicLimit();
        services.AddSignIn(configuration).AddPolicies().AddAntiforgery().AddPages().AddExceptionHandler<FailureAnswers>();
        services.Configure<FormOptions>(options => options.ValueCountLimit = MostFormFields);
        services.Configure<RequestLocalizationOptions>(options =>
        {
            // Vietnamese first: a page is in English only for those who choose it, the API for programs that ask for it.
            var vietnamese = CultureInfo.GetCultureInfo("vi-VN");
            options.DefaultRequestCulture = new(vietnamese);
            options.SupportedCultures = [vietnamese];
            options.SupportedUICultures = [vietnamese, vietnamese.Parent, CultureInfo.GetCultureInfo("en")];
            options.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider
                {
                    UIQueryStringKey = PageLanguage.Parameter,
                    QueryStringKey = PageLanguage.Parameter,
                },
                new CookieRequestCultureProvider { CookieName = PageLanguage.Cookie },
                new ApiLanguage(),
            ];
        });
        return services.AddApi();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseResponseHeaders();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRateLimiter();
        app.Use(HurryAsync);
        app.Use(KnownCharsets.RefuseOthersAsync);
        app.UseCors();
        app.UseAuthentication();
        app.Use(RefusalRecord.NoteAsync);
        app.UseAuthorization();
        app.Use(TokenScopes.CheckAsync);
        app.UseAntiforgery();
        app.Use(PageAnswers.RefuseForeignFormsAsync);
        app.Use(FreshSignIn.AskAsync);
        app.Use(UnreadAnswers.TellAsync);
    }

    /// <summary>A reader is told soon where storage does not answer.</summary>
    private static async Task HurryAsync(HttpContext context, RequestDelegate next)
    {
        using var waiting = ReaderPatience.Begin();
        await next(context);
    }

    public static void MapWeb(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        endpoints.MapLinks();
        endpoints.MapVoices();
        endpoints.MapCalendarFeed();
        endpoints.MapReviewerWebhook();
        endpoints.MapApi();
        endpoints.MapPages();
    }
}
