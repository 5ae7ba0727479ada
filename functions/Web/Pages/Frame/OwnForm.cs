using Microsoft.AspNetCore.Antiforgery;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The form that one of our pages sent with a request.</summary>
internal static class OwnForm
{
    /// <summary>Empty where none was sent, or none that antiforgery has found to be ours.</summary>
    public static async ValueTask<IFormCollection> ReadAsync(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : FormCollection.Empty;
}
