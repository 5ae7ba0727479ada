using Microsoft.AspNetCore.Localization;

namespace Dissemination.Web;

/// <summary>
/// The language that a program asks the API for, by <c>Accept-Language</c>. Browsers send one whether or not their reader chose it, so
/// pages do not follow it.
/// </summary>
internal sealed class ApiLanguage : AcceptLanguageHeaderRequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        httpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? base.DetermineProviderCultureResult(httpContext)
            : NullProviderCultureResult;
}
