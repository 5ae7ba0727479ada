using System.Net;
using Dissemination.Tests.Channels.Facebook;
using Dissemination.Tests.Flow;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Dissemination.Tests.Web;

/// <summary>What the program's log tells of requests, as it is kept where nobody sets another level.</summary>
public sealed class RequestLogTests : Rooms
{
    private const string Secret = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly KeptLog _log = new();

    [Fact]
    public async Task A_secret_in_an_address_stands_in_no_log()
    {
        using Visitor anybody = new(await ServeAsync(), person: null);
        using var feed = await anybody.GetAsync($"/calendar/feed/dissem_0123456789abcdef_{Secret}.ics");
        using var done = await anybody.GetAsync($"/sign-in/done?code={Secret}&state={Secret}");

        Assert.Equal(HttpStatusCode.NotFound, feed.StatusCode);
        Assert.NotEmpty(_log.Lines);
        Assert.DoesNotContain(_log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private protected override void Configure(WebApplicationBuilder builder) => builder.Logging.AddProvider(_log);
}
