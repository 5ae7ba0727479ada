using System.Net;
using Dissemination.Channels;
using Dissemination.Channels.Telegram;
using Telegram.Bot.Exceptions;

namespace Dissemination.Tests.Channels.Telegram;

public sealed class TelegramAnswersTests
{
    public static TheoryData<HttpRequestError> BeforeTheRequest =>
        [HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError, HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError];

    [Theory]
    [MemberData(nameof(BeforeTheRequest))]
    public void What_failed_before_the_request_was_written_never_left(HttpRequestError error) =>
        Assert.IsType<SendOutcome.Later>(Classify(new RequestException("failure", new HttpRequestException(error))));

    public static TheoryData<HttpRequestError> AfterTheRequest =>
        [HttpRequestError.Unknown, HttpRequestError.ResponseEnded, HttpRequestError.InvalidResponse, HttpRequestError.HttpProtocolError];

    [Theory]
    [MemberData(nameof(AfterTheRequest))]
    public void What_failed_after_the_request_was_written_is_unknown(HttpRequestError error) =>
        Assert.IsType<SendOutcome.Unknown>(Classify(new RequestException("failure", new HttpRequestException(error))));

    [Fact]
    public void A_time_out_an_answer_without_form_and_whatever_nobody_expected_are_unknown() => Assert.All(
        [
            new RequestException("timed out", new TaskCanceledException("timed out", new TimeoutException())),
            new RequestException("no JSON", HttpStatusCode.Forbidden),
            new TaskCanceledException(),
            new InvalidOperationException(),
        ],
        (Exception failure) => Assert.IsType<SendOutcome.Unknown>(Classify(failure)));

    [Fact]
    public void A_throttled_answer_without_a_time_leaves_the_time_to_the_sender() =>
        Assert.Null(Assert.IsType<SendOutcome.Later>(Classify(new ApiRequestException("Too Many Requests", 429))).After);

    [Theory]
    [InlineData("Bad Request: not enough rights to send text messages to the chat")]
    [InlineData("Bad Request: need administrator rights in the channel chat")]
    public void A_chat_where_the_bot_may_not_write_is_closed(string description) =>
        Assert.IsType<SendOutcome.Closed>(Classify(new ApiRequestException(description, 400)));

    [Fact]
    public async Task A_connection_that_does_not_come_about_in_time_never_left()
    {
        using var client = new HttpClient(new ConnectTimeoutHandler { InnerHandler = new Blocked() });

        var failure = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(new Uri("http://127.0.0.1/"), TestContext.Current.CancellationToken));

        Assert.IsType<SendOutcome.Later>(Classify(new RequestException("failure", failure)));
    }

    private static SendOutcome Classify(Exception failure) => TelegramAnswers.Classify(failure, Posts.Telegram());

    /// <summary>What .NET's own handler does when <c>ConnectTimeout</c> passes.</summary>
    private sealed class Blocked : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(new TaskCanceledException("connect", new TimeoutException()));
    }
}
