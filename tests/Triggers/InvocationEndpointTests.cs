using System.Net;
using System.Text;
using System.Text.Json;

using Dissemination.Triggers.Contract;

using Xunit;

namespace Dissemination.Tests.Triggers;

public class InvocationEndpointTests
{
    private const string Message = """{"Data":{"message":"\"abc\""},"Metadata":{"DequeueCount":"1"}}""";
    private static readonly HttpClient s_http = new();

    [Fact]
    public async Task A_function_that_did_its_work_answers_200_with_empty_outputs()
    {
        var text = "";
        await using var handler = await ServedHandler.StartAsync("Test", invocation =>
        {
            text = $"{invocation.Name} {invocation.InvocationId} {invocation.Queue("message").Text}";
            return Task.CompletedTask;
        });

        using var response = await s_http.SendAsync(AsTheHost(handler), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"Outputs":{},"Logs":[],"ReturnValue":null}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Test 7 abc", text);
    }

    [Fact]
    public async Task A_function_that_throws_answers_500_with_JSON_so_that_the_host_tries_again()
    {
        await using var handler = await ServedHandler.StartAsync("Test", _ => throw new InvalidOperationException("secret"));

        using var response = await s_http.SendAsync(AsTheHost(handler), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", await JsonOfAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"Data":{},"Metadata":{}}""")]
    public async Task A_malformed_body_answers_400_with_JSON(string body)
    {
        await using var handler = await ServedHandler.StartAsync("Test", invocation => Task.FromResult(invocation.Queue("message")));

        using var response = await s_http.SendAsync(AsTheHost(handler, body), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("malformed", await JsonOfAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_of_25_MB_comes_through_although_its_base64_is_larger_than_the_server_takes_otherwise()
    {
        var length = 0;
        await using var handler = await ServedHandler.StartAsync("Test", invocation =>
        {
            length = invocation.Blob("file").Content.Length;
            return Task.CompletedTask;
        });
        var body = $$$"""
            {"Data":{"file":"{{{Convert.ToBase64String(new byte[25_000_000])}}}"},
             "Metadata":{"name":"\"a\"","Uri":"\"http://a/b\"","Properties":{"LastModified":"2026-11-20T00:30:00Z"} } }
            """;

        using var response = await s_http.SendAsync(AsTheHost(handler, body), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(25_000_000, length);
    }

    [Theory]
    [InlineData("Host", "localhost")]
    [InlineData("Host", "example.gov.vn")]
    [InlineData("Host", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-ARR-LOG-ID", "x")]
    [InlineData("X-Azure-Functions-InvocationId", "8")] // a second one, as when the host forwards a client's
    [InlineData("-X-Azure-Functions-InvocationId", "")]
    [InlineData("-X-Azure-Functions-HostVersion", "")]
    public async Task A_request_of_the_public_finds_no_function(string header, string value)
    {
        var runs = 0;
        await using var handler = await ServedHandler.StartAsync("Test", _ => Task.FromResult(++runs));
        using var request = AsTheHost(handler);
        if (header.StartsWith('-'))
        {
            request.Headers.Remove(header[1..]);
        }
        else
        {
            request.Headers.Add(header, value);
        }

        using var response = await s_http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(0, runs);
    }

    private static HttpRequestMessage AsTheHost(ServedHandler handler, string body = Message)
    {
        HttpRequestMessage request = new(HttpMethod.Post, new Uri(handler.Address, "Test")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(HostRequest.InvocationId, "7");
        request.Headers.Add(HostRequest.HostVersion, "4.1050.0");
        request.Headers.TransferEncodingChunked = true;
        return request;
    }

    private static async Task<string> JsonOfAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        return text;
    }
}
