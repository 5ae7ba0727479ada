using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.Pages;

/// <summary>The way to the provider and back, and what is told where it came to nothing.</summary>
internal static class OpenIdPages
{
    public static void MapOpenId(this RouteGroupBuilder pages, IServiceProvider services)
    {
        if (!services.GetRequiredService<IOptions<OpenIdOptions>>().Value.IsOn)
        {
            return;
        }

        var open = pages.MapGroup("").AllowAnonymous();
        open.MapGet(SignInAddress.SignIn, (string? next, bool? other, HttpContext context) =>
            LeaveAsync(context, OpenId.SignIn(LocalPath.Of(next), other is true)));
        open.MapGet($"{SignInAddress.Again}/{{id}}", (string id, bool? fresh, HttpContext context) =>
            Page<SignInAgainPage, SignInAgainModel>(context, new(PageFrame.Of(context, Texts.SignInAgainTitle), id, fresh is true)));
        open.MapGet($"{SignInAddress.Again}/{{id}}/go", AgainAsync);
        open.MapGet(SignInAddress.Unknown, ShowUnknown);
        open.MapGet(SignInAddress.Failed, ShowFailed);
        open.MapGet(SignInAddress.SignedOut, ShowSignedOut);
        open.MapGet(SignInAddress.SignOutAtProvider, (HttpContext context) =>
            LeaveAsync(
                context, TypedResults.SignOut(new() { RedirectUri = SignInAddress.SignedOut }, [OpenId.Scheme]), SignInAddress.SignedOut));
        var own = pages.MapGroup("").RequireAuthorization();
        own.MapGet($"{SignInAddress.Resume}/{{id}}", ResumeAsync);
        own.MapPost(SignInAddress.SignOut, SignOutAsync);
    }

    /// <summary>Where the provider does not answer, nobody can be sent there.</summary>
    private static async Task LeaveAsync(HttpContext context, IResult way, string? otherwise = null)
    {
        try
        {
            await way.ExecuteAsync(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is InvalidOperationException or HttpRequestException or IOException)
        {
            context.Response.Redirect(otherwise ?? SignInAddress.FailedFor(SignInFailure.Away));
        }
    }

    private static Task AgainAsync(string id, bool? fresh, HttpContext context, TimeProvider time)
    {
        var next = LocalPath.Of($"{SignInAddress.Resume}/{Uri.EscapeDataString(id)}")!;
        return LeaveAsync(
            context, fresh is true ? OpenId.SignInAfresh(next, time.GetUtcNow()) : OpenId.SignIn(next, other: false));
    }

    private static IResult ShowUnknown(string? account, HttpContext context, AccountNote note, IOptions<OpenIdOptions> settings) =>
        Page<UnknownAccountPage, UnknownAccountModel>(
            context,
            new(PageFrame.Of(context, Texts.UnknownAccountTitle, SignInAddress.Unknown), note.Read(account), settings.Value.Contact),
            StatusCodes.Status403Forbidden);

    private static IResult ShowFailed(string? why, HttpContext context, IOptions<OpenIdOptions> settings) =>
        Page<SignInFailedPage, SignInFailedModel>(
            context,
            new(
                PageFrame.Of(context, Texts.SignInFailedTitle),
                EnumNames.Find<SignInFailure>(why ?? "") ?? SignInFailure.Broken,
                settings.Value.Contact),
            StatusCodes.Status400BadRequest);

    /// <summary>A form may not lead to the provider, so the page that follows it does: at once, and by a link.</summary>
    private static IResult ShowSignedOut(bool? here, HttpContext context)
    {
        if (here is true)
        {
            context.Response.Headers["Refresh"] = $"1; url={SignInAddress.SignOutAtProvider}";
        }

        return Page<SignedOutPage, SignedOutModel>(context, new(PageFrame.Of(context, Texts.SignedOutTitle), here is true));
    }

    private static async Task<IResult> ResumeAsync(
        string id, CurrentPerson caller, HttpContext context, KeptFormStore forms, CancellationToken cancellationToken) =>
        await forms.FindAsync(id, caller.Person.Id, cancellationToken) is { } form
            ? Page<ResumePage, ResumeModel>(context, new(PageFrame.Of(context, Texts.ResumeTitle), form))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.FormNotKept)));

    private static async Task<IResult> SignOutAsync(
        CurrentPerson caller, HttpContext context, SessionEndings endings, CancellationToken cancellationToken)
    {
        if (caller.Session is { } session)
        {
            await context.RequestServices.GetRequiredService<AccessRecord>().SignedOutAsync(caller.Person.Id, cancellationToken);
            await endings.EndAsync(session, cancellationToken);
        }

        return await LeftAsync(context);
    }

    /// <summary>What follows where a session has ended: from there the browser goes on to the provider, to sign out there too.</summary>
    public static async Task<IResult> LeftAsync(HttpContext context)
    {
        await context.SignOutAsync(SessionCookie.Scheme);
        PageAnswers.ForgetPerson(context);
        return Results.LocalRedirect($"{SignInAddress.SignedOut}?here=true");
    }

    private static IResult Page<TPage, TModel>(HttpContext context, TModel model, int status = StatusCodes.Status200OK)
        where TPage : IRazorSliceProxy<TModel>
        where TModel : PageModel
    {
        context.Response.Headers.CacheControl = "no-store";
        return PageAnswers.Page<TPage, TModel>(model, status);
    }
}
