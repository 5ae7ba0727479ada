using System.Net;

namespace Dissemination.Tests.Web;

public sealed class PublicLimitTests(LimitedSite site) : IClassFixture<LimitedSite>
{
    [Fact]
    public async Task An_address_that_asks_too_much_waits_and_no_other_does()
    {
        List<HttpStatusCode> answers = [];
        for (var request = 0; request <= LimitedSite.Burst; request++)
        {
            using var answer = await AskAsync("/s/khong-co-dau-ca", "203.0.113.7");
            answers.Add(answer.StatusCode);
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers[..LimitedSite.Burst]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        using var refused = await AskAsync("/feeds", "203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
        Assert.Contains("Chờ một lát", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var neighbour = await AskAsync("/feeds", "203.0.113.8");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, neighbour.StatusCode);
    }

    [Fact]
    public async Task One_line_to_the_internet_gains_nothing_by_its_many_addresses()
    {
        for (var request = 1; request <= LimitedSite.Burst; request++)
        {
            using var answer = await AskAsync("/feeds", $"2001:db8:1:2::{request}");
            Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        }

        using var refused = await AskAsync("/feeds", "2001:db8:1:2:a:b:c:d");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
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

    private async Task<HttpResponseMessage> AskAsync(string path, string address)
    {
        using var visitor = new Visitor(site.Address, person: null);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", $"198.51.100.1, {address}");
        return await visitor.SendAsync(request);
    }
}
