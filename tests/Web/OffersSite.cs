using Dissemination.Tests.Flow;
using Microsoft.AspNetCore.Builder;

namespace Dissemination.Tests.Web;

/// <summary>The pages with something that was published before a commune came into the directory.</summary>
public sealed class OffersSite : Rooms
{
    public const string New = "muong-moi";

    private Uri _address = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HandInAsync("items/con-han.md", SampleFiles.Article("Còn hạn"));
        await PublishAsync();
        Time.Advance(TimeSpan.FromDays(2));
        await HandInDirectoryAsync(
            $"{SampleFiles.Communes}\n{New},Mường Mới,commune,,automatic\n",
            $"{SampleFiles.Destinations}\n{New},telegram,telegram,Kênh Telegram xã Mường Mới,-1010,telegram_tinh,\n");
        _address = await ServeAsync();
    }

    internal Visitor Visit(string person) => new(_address, person);

    private protected override void Configure(WebApplicationBuilder builder) => builder.Configuration["SignIn:Sample"] = "true";
}
