using System.Net;
using Dissemination.Tests.Local;
using Dissemination.Tests.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Dissemination.Tests.Browser;

/// <summary>The site with a provider, by an address that a browser reaches, and at a time that the browser knows.</summary>
public sealed class BrowserSignInSite : SignInSite
{
    public BrowserSignInSite() => Time.SetUtcNow(TimeProvider.System.GetUtcNow());

    internal override Uri Front { get; } = new($"http://localhost:{BuiltProgram.FreePort()}");

    private protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Front.Port));
    }
}
