using System.Net.Sockets;
using Dissemination.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Channels;

public sealed class ChannelConnectionsTests
{
    public static TheoryData<HttpRequestError, bool> Failures => new()
    {
        { HttpRequestError.NameResolutionError, true },
        { HttpRequestError.ConnectionError, true },
        { HttpRequestError.SecureConnectionError, true },
        { HttpRequestError.ProxyTunnelError, true },
        { HttpRequestError.ResponseEnded, false },
        { HttpRequestError.HttpProtocolError, false },
        { HttpRequestError.Unknown, false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Only_what_failed_before_the_request_was_written_never_left(HttpRequestError error, bool neverLeft) =>
        Assert.Equal(neverLeft, new HttpRequestException(error).NeverLeft());

    [Theory]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.ConnectionRefused)]
    [InlineData(SocketError.HostUnreachable)]
    public async Task A_read_whose_connection_does_not_come_about_is_tried_once(SocketError error)
    {
        var tries = 0;
        var services = new ServiceCollection().AddChannelReads("reads");
        services.AddHttpClient("reads").UseSocketsHttpHandler((handler, _) => handler.ConnectCallback = (_, _) =>
        {
            tries++;
            throw new SocketException((int)error);
        });
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("reads");

        var failure = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(new Uri("http://channel.invalid/"), TestContext.Current.CancellationToken));

        Assert.True(failure.NeverLeft());
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task A_channel_is_connected_to_without_redirects_cookies_and_traces()
    {
        SocketsHttpHandler? set = null;
        var services = new ServiceCollection().AddChannelSends("sends");
        services.AddHttpClient("sends").UseSocketsHttpHandler((handler, _) => set = handler);
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("sends");

        Assert.False(set!.AllowAutoRedirect);
        Assert.False(set.UseCookies);
        Assert.Null(set.ActivityHeadersPropagator);
        Assert.Equal(TimeSpan.FromSeconds(8), set.ConnectTimeout);
        Assert.Equal(TimeSpan.FromSeconds(20), client.Timeout);
    }
}
