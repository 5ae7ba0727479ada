using System.Net;

namespace Dissemination.Tests.Web;

/// <summary>What <c>/healthz</c> answers while storage does; what it answers else is told by the check itself.</summary>
public sealed class HealthEndpointsTests(MongSite site) : IClassFixture<MongSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anybody_reads_in_one_word_that_storage_answers()
    {
        using var anybody = site.Visit();

        using var answer = await anybody.GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("ok", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task It_is_only_read()
    {
        using var anybody = site.Visit();

        using var answer = await anybody.SendAsync("/healthz", []);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
