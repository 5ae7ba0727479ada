using System.Collections.Concurrent;
using System.Globalization;
using Dissemination.Tests.Flow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Web;

/// <summary>The pages with many items in storage, which tells how often each request read or wrote it.</summary>
public sealed class ManyItemsSite : Rooms
{
    /// <summary>More than two pages of any list.</summary>
    private const int Items = 150;

    private readonly ConcurrentDictionary<string, int> _reads = new(StringComparer.Ordinal);

    private Uri _address = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var rows = Enumerable.Range(0, Items).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"khau-hieu-{number:D3},slogan,Khẩu hiệu số {number}: giữ rừng là giữ nước,Ban Tuyên giáo (mẫu),{24 + (number % 6)}/11/2026 0{7 + (number % 3)}:00"));
        await HandInAsync("items/nhieu.csv", $"id,kind,text,issuer,publishAt\n{string.Join('\n', rows)}\n");
        _address = await ServeAsync();
    }

    internal Visitor Visit(string person) => new(_address, person);

    /// <summary>The transactions of the last request for an address.</summary>
    internal int ReadsOf(string address) => _reads[address];

    private protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["SignIn:Sample"] = "true";
        builder.Services.AddSingleton<IStartupFilter>(new Counting(_reads));
    }

    private sealed class Counting(ConcurrentDictionary<string, int> reads) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => program =>
        {
            program.Use(async (HttpContext context, RequestDelegate rest) =>
            {
                var address = context.Request.GetEncodedPathAndQuery();
                reads[address] = await CountedTransactions.OfAsync(() => rest(context));
            });
            next(program);
        };
    }
}
