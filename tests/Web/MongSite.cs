using Dissemination.Tests.Flow;
using Microsoft.AspNetCore.Builder;

namespace Dissemination.Tests.Web;

/// <summary>The program served on a port, with a commune that reads Mông in both spellings, and nothing handed in.</summary>
public sealed class MongSite : Rooms
{
    private Uri _address = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _address = await ServeAsync();
    }

    internal Visitor Visit(string? person = null) => new(_address, person);

    internal Caller Call(string person) => new(_address, person);

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
        SampleFiles.Communes.Replace("hmn-Latn-x-chv", "hmn-Latn-x-chv;mww-Latn-x-rpa", StringComparison.Ordinal),
        people: SampleFiles.People + "\nna-bung-2,Cán bộ văn hoá xã Nà Bủng,communicator,na-bung,vi;mww-Latn-x-rpa\n");

    private protected override void Configure(WebApplicationBuilder builder) => builder.Configuration["SignIn:Sample"] = "true";
}
