using Dissemination.Intake;
using Dissemination.Tests.Intake;
using Dissemination.Tests.Web;
using Microsoft.AspNetCore.Builder;

namespace Dissemination.Tests.Flow;

/// <summary>A destination of every kind, in a commune that reads Thái too, and the program's own pages and API.</summary>
public sealed class ServedChannels : AllChannels
{
    public const string Thai = "blt-Tavt";

    private Uri _address = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _address = await ServeAsync();
    }

    internal Visitor Visit(string? person = null) => new(_address, person);

    internal Caller Call(string person) => new(_address, person);

    /// <summary>Hands in the bytes of a file, whatever becomes of them.</summary>
    internal Task<HandIn> TakeAsync(string path, byte[] bytes) =>
        Get<ContentIntake>().TakeApprovedAsync(
            path,
            bytes,
            ($"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))}\"", Time.GetUtcNow()),
            "can-bo");

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
        AllCommunes.Replace("commune,,automatic", $"commune,{Thai},automatic", StringComparison.Ordinal),
        AllDestinations,
        $"{AllPeople}\nbung-lao-2,Cán bộ văn hoá xã Búng Lao,communicator,bung-lao,vi;{Thai}\n"
            + $"bung-lao-3,Cán bộ đoàn xã Búng Lao,communicator,bung-lao,vi;{Thai}\n");

    private protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["SignIn:Sample"] = "true";
    }
}
