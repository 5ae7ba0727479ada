using System.Globalization;
using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dissemination.Web.SignIn;

/// <summary>What this program wants of the provider, and what it makes of an account that signed in: a session, or a no.</summary>
internal sealed partial class OpenIdEvents(
    IOptions<OpenIdOptions> settings,
    SiteAddress site,
    DirectoryStore directories,
    SessionEndings endings,
    AccountNote note,
    TimeProvider time,
    ILogger<OpenIdEvents> log)
    : OpenIdConnectEvents
{
    /// <summary>How far the provider's clock may be from this one's.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>The address is the one that is set: what a front makes of it does not matter.</summary>
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = AddressOf(SignInAddress.Callback);
        if (OpenId.FreshSince(context.Properties) is not null)
        {
            context.ProtocolMessage.Prompt = OpenIdConnectPrompt.Login;
            context.ProtocolMessage.MaxAge = "0";
        }
        else if (OpenId.AsksForOther(context.Properties))
        {
            context.ProtocolMessage.Prompt = "select_account";
        }

        return Task.CompletedTask;
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.PostLogoutRedirectUri = AddressOf(SignInAddress.SignOutCallback);
        context.ProtocolMessage.ClientId = settings.Value.ClientId;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Of a token that comes from the provider's own address the framework asks for no signature and trusts the connection alone. Every
    /// provider signs, so one without a signature is somebody else's.
    /// </summary>
    public override Task TokenResponseReceived(TokenResponseReceivedContext context)
    {
        if (context.TokenEndpointResponse.IdToken?.Split('.') is not [_, _, var signature] || string.IsNullOrWhiteSpace(signature))
        {
            context.Fail("The provider's token has no signature.");
        }

        return Task.CompletedTask;
    }

    /// <summary>The provider's word is good. Two transactions, and two more where a session was there before.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var cancellationToken = context.HttpContext.RequestAborted;
        var signedInAt = SignedInAt(context);
        if (Account.Of(context.Principal!, settings.Value) is not { } account
            || (OpenId.FreshSince(context.Properties!) is { } since
                && !(signedInAt >= since - Skew && signedInAt <= time.GetUtcNow() + Skew)))
        {
            LogUnfit(log);
            await RecordOf(context.HttpContext).SignInRefusedAsync(EnumNames.Of(SignInFailure.NotFresh));
            Leave(context, SignInAddress.FailedFor(SignInFailure.NotFresh));
            return;
        }

        var directory = await directories.FreshAsync(cancellationToken);
        if (directory.FindByAccount(account.Subject, account.VerifiedEmail) is not { } person)
        {
            LogUnknown(log);
            await RecordOf(context.HttpContext).SignInRefusedAsync("unknown");
            Leave(context, $"{SignInAddress.Unknown}?account={note.Write(account)}");
            return;
        }

        if (await SessionCookie.ReadAsync(context.HttpContext) is { } before)
        {
            await endings.EndAsync(before, cancellationToken);
        }

        LogSignedIn(log, person.Id);
        await RecordOf(context.HttpContext).SignedInAsync(person.Id, cancellationToken);
        context.Principal = Session.Begin(person.Id, account, time.GetUtcNow(), signedInAt).ToPrincipal();
        context.Properties = new AuthenticationProperties();
        context.ReturnUri = LocalPath.Of(context.ReturnUri) is { } page and not OpenId.Home ? page : Navigation.HomeOf(person);
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        LogFailed(log, context.Failure);
        await RecordOf(context.HttpContext).SignInRefusedAsync(EnumNames.Of(SignInFailure.Broken));
        context.Response.Redirect(SignInAddress.FailedFor(SignInFailure.Broken));
        context.HandleResponse();
    }

    public override async Task AccessDenied(AccessDeniedContext context)
    {
        await RecordOf(context.HttpContext).SignInRefusedAsync(EnumNames.Of(SignInFailure.Denied));
        context.Response.Redirect(SignInAddress.FailedFor(SignInFailure.Denied));
        context.HandleResponse();
    }

    private static AccessRecord RecordOf(HttpContext context) => context.RequestServices.GetRequiredService<AccessRecord>();

    private static DateTimeOffset? SignedInAt(TicketReceivedContext context) =>
        long.TryParse(context.Principal!.FindFirst("auth_time")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static void Leave(TicketReceivedContext context, string address)
    {
        context.Response.Redirect(address);
        context.HandleResponse();
    }

    private string AddressOf(string path) => new Uri(site.Base, path).ToString();

    [LoggerMessage(LogLevel.Information, "{Person} signed in.")]
    private static partial void LogSignedIn(ILogger logger, PersonId person);

    [LoggerMessage(LogLevel.Warning, "An account signed in that the directory does not know.")]
    private static partial void LogUnknown(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "A sign-in told no subject, or not when it was, though a fresh one was asked for.")]
    private static partial void LogUnfit(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "A sign-in came back that cannot be taken.")]
    private static partial void LogFailed(ILogger logger, Exception? failure);
}
