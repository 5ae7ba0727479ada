using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.SignIn;

/// <summary>Why a request was refused, for the record.</summary>
/// <param name="Code">Of the problem.</param>
internal sealed record Refusal(string Code)
{
    /// <summary>The same from the answer itself; only our own problems carry a code.</summary>
    public static void Note(HttpContext context, ProblemDetails problem) =>
        Note(context, problem.Extensions.TryGetValue("code", out var code) ? code as string : null);

    /// <summary>Whoever answers notes the reason for whoever records it.</summary>
    public static void Note(HttpContext context, string? code)
    {
        if (code is not null)
        {
            context.Features.Set(new Refusal(code));
        }
    }
}
