using System.Globalization;
using System.Net;
using System.Text;

using Dissemination.Local.Host;
using Dissemination.Tests.Triggers;
using Dissemination.Triggers.Contract;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using Xunit;

namespace Dissemination.Tests.Local;

public sealed class HttpFrontTests : IAsyncLifetime
{
    private readonly OwnFolder _folder = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private ServedHandler _handler = null!;
    private WebApplication _front = null!;
    private int _runs;

    public async ValueTask InitializeAsync()
    {
        _handler = await ServedHandler.StartAsync(app =>
        {
            app.MapInvocation("SendDeliveries", (_, _, _) => Task.FromResult(++_runs));
            app.MapGet("/moved", () => TypedResults.Redirect("/elsewhere"));
            app.MapPost("/echo", async context => await context.Response.WriteAsync(await new StreamReader(context.Request.Body).ReadToEndAsync()));
            app.MapGet("/headers/{name}", (string name, HttpContext context) => context.Request.Headers[name].ToString());
            app.MapGet("/query", (HttpContext context) => $"{context.Request.Path}{context.Request.QueryString}");
        });
        AppRoot root = new(new HostSettings { RoutePrefix = "" }, [new("Pages", new HttpTrigger("request", "{*path}", ["GET", "POST"]))]);
        _front = HttpFront.Build(_folder.Settings(), root, _handler.Address, builder => builder.Logging.ClearProviders());
        await _front.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _front.DisposeAsync();
        await _handler.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("127.0.0.1")] // what the client's own address would be
    [InlineData("the handler's")] // as the host writes it: a client can claim it
    public async Task A_public_POST_to_a_function_finds_nothing_and_does_nothing(string host)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Address("SendDeliveries"))
        {
            Content = new StringContent("""{"Data":{"message":"\"x\""},"Metadata":{}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Host = host[0] == 't' ? _handler.Address.Authority : host;
        request.Headers.Add(HostRequest.InvocationId, "7");
        request.Headers.Add(HostRequest.HostVersion, "4.0.0");

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(0, _runs);
    }

    [Fact]
    public async Task A_request_goes_on_with_the_clients_host_and_the_hosts_headers()
    {
        Assert.Equal(Address("").Authority, await GetAsync("headers/Host"));
        Assert.Equal("127.0.0.1", await GetAsync("headers/X-Forwarded-For"));
        Assert.True(Guid.TryParse(await GetAsync("headers/X-Azure-Functions-InvocationId"), CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public async Task A_body_and_a_redirect_come_through_as_they_are()
    {
        using StringContent body = new("Điện Biên");
        using var echo = await _http.PostAsync(Address("echo"), body, TestContext.Current.CancellationToken);
        Assert.Equal("Điện Biên", await echo.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        using var moved = await _http.GetAsync(Address("moved"), TestContext.Current.CancellationToken);
        Assert.Equal("/elsewhere", moved.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("query", "/query")]
    [InlineData("query?a=1&b=%C4%90", "/query?a=1&b=%C4%90")]
    [InlineData("query?a=1&a=2", "/query?a=1,2")] // as the host hands it on
    public async Task A_query_arrives_as_through_the_host(string path, string arrives)
    {
        Assert.Equal(arrives, Uri.UnescapeDataString(await GetAsync(path)).Replace("Đ", "%C4%90", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("admin/host/status")]
    [InlineData("runtime/webhooks/blobs")]
    public async Task Paths_that_the_host_keeps_for_itself_do_not_reach_the_program(string path)
    {
        using var response = await _http.GetAsync(Address(path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_method_that_the_trigger_does_not_name_is_refused()
    {
        using var response = await _http.DeleteAsync(Address("echo"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private Uri Address(string path) => new(new Uri(_front.Urls.First()), path);

    private Task<string> GetAsync(string path) => _http.GetStringAsync(Address(path), TestContext.Current.CancellationToken);
}
