using System.Globalization;
using Dissemination.Tests.Flow;
using Microsoft.AspNetCore.Builder;

namespace Dissemination.Tests.Web;

/// <summary>The program served where an address may ask little.</summary>
public sealed class LimitedSite : Rooms
{
    internal const int Burst = 5;

    internal const int PerSecond = 1;

    internal Uri Address { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Address = await ServeAsync();
    }

    private protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["Web:PublicLimit:Burst"] = Burst.ToString(CultureInfo.InvariantCulture);
        builder.Configuration["Web:PublicLimit:PerSecond"] = PerSecond.ToString(CultureInfo.InvariantCulture);
    }
}
