using System.Net;

namespace Dissemination.Tests.Web;

public sealed class PublicLimitTests(LimitedSite site) : IClassFixture<LimitedSite>
{
    [Fact]
    public async Task An_address_that_asks_too_much_waits_and_no_other_does()
    {
        using var first = await RefusedAsync("/s/khong-co-dau-ca", _ => "203.0.113.7", LimitedSite.Burst, LimitedSite.Burst);
        using var refused = await RefusedAsync("/feeds", _ => "203.0.113.7", 0, LimitedSite.PerSecond);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
        Assert.Contains("Chờ một lát", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var neighbour = await AskAsync("/feeds", "203.0.113.8");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, neighbour.StatusCode);
    }

    [Fact]
    public async Task One_line_to_the_internet_gains_nothing_by_its_many_addresses()
    {
        using var refused = await RefusedAsync(
            "/feeds", request => $"2001:db8:1:2:{request:x}:b:c:d", LimitedSite.Burst, LimitedSite.Burst);
        using var neighbour = await AskAsync("/feeds", "2001:db8:1:3::1");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, neighbour.StatusCode);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/api/items")]
    [InlineData("/items")]
    public async Task What_watches_the_program_and_who_signs_in_is_not_limited(string path)
    {
        for (var request = 0; request <= LimitedSite.Burst; request++)
        {
            using var answer = await AskAsync(path, "203.0.113.9");
            Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        }
    }

    /// <summary>Asks until it is refused. Each second that passes meanwhile, on a busy machine, brings some requests back.</summary>
    /// <param name="address">Of a request, by its number.</param>
    /// <param name="least">How many are granted before.</param>
    /// <param name="most">How many at most, where no second passes.</param>
    private async Task<HttpResponseMessage> RefusedAsync(string path, Func<int, string> address, int least, int most)
    {
        var begun = TimeProvider.System.GetTimestamp();
        for (var granted = 0; granted < 1_000; granted++)
        {
            var answer = await AskAsync(path, address(granted));
            if (answer.StatusCode is HttpStatusCode.TooManyRequests)
            {
                var seconds = (int)TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
                Assert.InRange(granted, least, most + (seconds * LimitedSite.PerSecond));
                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException("Nobody is refused.");
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string address)
    {
        using var visitor = new Visitor(site.Address, person: null);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", $"198.51.100.1, {address}");
        return await visitor.SendAsync(request);
    }
}
