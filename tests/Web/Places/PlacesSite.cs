using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Zalo;
using Dissemination.Tests.Flow;
using Microsoft.AspNetCore.Builder;

namespace Dissemination.Tests.Web.Places;

/// <summary>The program served on a port, with a Facebook, a Telegram and a Zalo of its own, and credentials for each.</summary>
public sealed class PlacesSite : Rooms
{
    /// <summary>The credential of a page's token.</summary>
    internal const string PageCredential = "facebook_thu";

    internal const string Page = "100200300";

    internal const string PageToken = "EAAB-simulated-page-token";

    /// <summary>The credential of an account.</summary>
    internal const string Account = "zalo_thu";

    internal Uri Address { get; private set; } = null!;

    internal FacebookSimulator Facebook { get; private set; } = null!;

    internal ZaloSimulator Zalo { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Facebook = await FacebookSimulator.StartAsync(time: Time);
        Zalo = await ZaloSimulator.StartAsync(time: Time);
        await base.InitializeAsync();
        Address = await ServeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Facebook.DisposeAsync();
        await Zalo.DisposeAsync();
    }

    internal Visitor Visit(string? person = null) => new(Address, person);

    private protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["SignIn:Sample"] = "true";
        builder.Configuration["Channels:Facebook:BaseUrl"] = Facebook.BaseUrl;
        builder.Configuration["Channels:Facebook:AppIsLive"] = "true";
        builder.Configuration["Channels:Zalo:BaseUrl"] = Zalo.BaseUrl;
        builder.Configuration["Channels:Zalo:OAuthUrl"] = Zalo.BaseUrl;
        builder.Configuration["Channels:Zalo:AppId"] = ZaloSimulator.AppId;
        builder.Configuration["Channels:Zalo:SecretKey"] = ZaloSimulator.SecretKey;
        builder.Configuration[$"Credentials:{PageCredential}"] = PageToken;
        builder.Configuration[$"Credentials:{Account}"] = ZaloSimulator.FirstTokenOf(Account);
    }
}
